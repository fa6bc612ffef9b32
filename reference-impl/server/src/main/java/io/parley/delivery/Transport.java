package io.parley.delivery;

import java.util.List;

/** The wire under a connection. Neither call blocks; both may come from any thread. */
public interface Transport {

    /**
     * Queues frames, to be written together; they leave in this order, and in the order of the calls.
     *
     * @param frames one at least
     * @param done runs once the frames have left this process, or never will
     */
    void send(List<EncodedFrame> frames, Runnable done);

    /** Ends the connection with a close code of the contract, after the frames that are queued. */
    void close(CloseCode code);

    /** Ends the connection at once and without a word, as when the other side does not read. */
    void cut();
}
