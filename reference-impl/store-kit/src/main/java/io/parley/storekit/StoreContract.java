package io.parley.storekit;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the contracts of all stores share.
 *
 * @param <S> the port
 */
public abstract class StoreContract<S> {

    private static final int PATIENCE_SECONDS = 60;

    /** The adapter under test. */
    protected abstract S store();

    /** What a stage completes with, once the adapter had its time. */
    protected <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }
}
