package io.parley.conversation;

import io.parley.kernel.UserId;

/**
 * Two different users, in whichever order they were named: {@code low} sorts first.
 */
public record UserPair(UserId low, UserId high) {

    /** @throws IllegalArgumentException unless {@code low} sorts before {@code high} */
    public UserPair {
        if (low.compareTo(high) >= 0) {
            throw new IllegalArgumentException("low=" + low + ", expected one that sorts before high=" + high);
        }
    }

    /** The pair of these two, from either side. */
    public static UserPair of(UserId one, UserId other) {
        return one.compareTo(other) < 0 ? new UserPair(one, other) : new UserPair(other, one);
    }

    /** The one of the pair that is not {@code one}. */
    UserId other(UserId one) {
        return one.equals(low) ? high : low;
    }
}
