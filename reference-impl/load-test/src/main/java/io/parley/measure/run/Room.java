package io.parley.measure.run;

import java.util.Arrays;

/** A conversation of the load. Each of its members may send; the others are the recipients. Immutable. */
public final class Room {

    private final int index;
    private final int[] members;
    private final int[] sorted;

    /**
     * @param index among the load's conversations
     * @param members indexes of users, its creator first
     */
    public Room(int index, int... members) {
        this.index = index;
        this.members = members.clone();
        this.sorted = members.clone();
        Arrays.sort(sorted);
    }

    public int index() {
        return index;
    }

    public int size() {
        return members.length;
    }

    /** The user who is its n-th member. */
    public int member(int number) {
        return members[number];
    }

    /** A number of the user's own among the members, below {@link #size}; negative for a stranger. */
    int place(int user) {
        return Arrays.binarySearch(sorted, user);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Room room && room.index == index && Arrays.equals(room.members, members);
    }

    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public String toString() {
        return "Room[" + index + ", " + members.length + " members]";
    }
}
