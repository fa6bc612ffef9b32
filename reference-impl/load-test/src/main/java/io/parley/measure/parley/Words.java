package io.parley.measure.parley;

/** What the users of a load say: the same to every system. */
public final class Words {

    /** About the length of a chat message. */
    public static final String TEXT = "See you at the station at nine, I bring the tickets and the map. ";

    private Words() {}
}
