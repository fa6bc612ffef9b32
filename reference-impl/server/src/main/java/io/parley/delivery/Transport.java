package io.parley.delivery;

/** The wire under a connection. Neither call blocks; both may come from any thread. */
public interface Transport {

    /**
     * Queues a frame; frames leave in the order of the calls.
     *
     * @param done runs once the frame has left this process, or never will
     */
    void send(EncodedFrame frame, Runnable done);

    /** Ends the connection with a close code of the contract, after the frames that are queued. */
    void close(CloseCode code);

    /** Ends the connection at once and without a word, as when the other side does not read. */
    void cut();
}
