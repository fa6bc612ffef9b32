package io.parley.kernel;

import java.util.UUID;

/** Parsing and ordering of UUIDs as the contract writes them. */
final class Uuids {

    private static final int TEXT_LENGTH = 36;

    private Uuids() {}

    /** {@link UUID#fromString} also takes short and upper-case forms; the contract has one form only. */
    static UUID parse(String text) {
        if (text.length() == TEXT_LENGTH) {
            UUID uuid = fromString(text);
            if (uuid.toString().equals(text)) {
                return uuid;
            }
        }
        throw malformed();
    }

    private static UUID fromString(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "id, expected a lower-case UUID such as 0198c0de-0000-7000-8000-000000000000");
    }

    /** Orders as unsigned 128-bit numbers, which is the order of the text; {@link UUID#compareTo} is signed. */
    static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
