package io.parley.measure.run;

/**
 * A chat system as its clients see it: every user of the load has one connection. The same load drives Parley and its peer
 * through this port. Not for use by several threads: all calls, and all that is heard, are on one.
 */
public interface Chat extends AutoCloseable {

    /** What the clients hear. Times by {@link System#nanoTime()}. */
    interface Ear {

        /** The sender was told that the message is durable, and where it stands if the system says so (else 0). */
        void accepted(int message, long position, long atNanos);

        /** The sender was told that the message was not taken, or that nobody knows. */
        void refused(int message, String why);

        /**
         * A message came to a user.
         *
         * @param position where it stands in the conversation; a system without positions gives the message's own number
         */
        void received(int user, int message, long position, long atNanos);

        /** A user's connection is gone, or what came to it has a hole. */
        void broken(int user, String why);
    }

    /** Traffic of all clients since they connected: frames, and bytes below the framing. */
    record Traffic(long framesIn, long bytesIn, long framesOut, long bytesOut, long marksIn, long marksOut) {

        public static final Traffic NONE = new Traffic(0, 0, 0, 0, 0, 0);

        /** Of both together. */
        public Traffic plus(Traffic other) {
            return new Traffic(
                    framesIn + other.framesIn,
                    bytesIn + other.bytesIn,
                    framesOut + other.framesOut,
                    bytesOut + other.bytesOut,
                    marksIn + other.marksIn,
                    marksOut + other.marksOut);
        }

        /** What came since. */
        public Traffic minus(Traffic before) {
            return new Traffic(
                    framesIn - before.framesIn,
                    bytesIn - before.bytesIn,
                    framesOut - before.framesOut,
                    bytesOut - before.bytesOut,
                    marksIn - before.marksIn,
                    marksOut - before.marksOut);
        }
    }

    /** Who hears from now on; one at a time. */
    void listen(Ear ear);

    /** Sends a message of one of the conversation's members, and does not wait. */
    void send(int message, int sender, Room room);

    /** Handles what comes, until something came or until this time. */
    void turn(long untilNanos);

    Traffic traffic();

    @Override
    void close();
}
