package io.parley.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A bounded room that work of several sizes shares: who finds none waits, and is served in the order of asking. No call blocks;
 * safe for use by several threads.
 */
public final class Turns {

    private final long room;
    private final Executor executor;
    private final Deque<Turn<?>> waiting = new ArrayDeque<>();
    private long taken;

    /**
     * All of it free.
     *
     * @param room at least 1
     * @param executor begins work that had to wait
     */
    public Turns(long room, Executor executor) {
        if (room < 1) {
            throw new IllegalArgumentException("room=" + room + ", expected at least 1");
        }
        this.room = room;
        this.executor = executor;
    }

    /**
     * Begins the work as soon as there is room, and gives the room back when it is done, or has failed. Work must not ask for room
     * of the same kind itself, nor be larger than the whole.
     */
    public <T> CompletionStage<T> take(long size, Supplier<CompletionStage<T>> work) {
        Turn<T> turn = new Turn<>(size, work);
        synchronized (waiting) {
            if (!waiting.isEmpty() || !hasRoom(turn)) {
                waiting.add(turn);
                return turn.done;
            }
            taken += size;
        }
        turn.begin();
        return turn.done;
    }

    private boolean hasRoom(Turn<?> turn) {
        return taken + turn.size <= room;
    }

    private void giveBack(long size) {
        List<Turn<?>> next = new ArrayList<>();
        synchronized (waiting) {
            taken -= size;
            for (Turn<?> turn = waiting.peek(); turn != null && hasRoom(turn); turn = waiting.peek()) {
                waiting.remove();
                taken += turn.size;
                next.add(turn);
            }
        }
        next.forEach(turn -> executor.execute(turn::begin));
    }

    private final class Turn<T> {

        private final long size;
        private final Supplier<CompletionStage<T>> work;
        private final CompletableFuture<T> done = new CompletableFuture<>();

        Turn(long size, Supplier<CompletionStage<T>> work) {
            this.size = size;
            this.work = work;
        }

        void begin() {
            // Begun in a stage: what throws gives its room back like what fails.
            var unused = CompletableFuture.completedStage(work)
                    .thenCompose(Supplier::get)
                    .whenComplete((result, failure) -> {
                        giveBack(size);
                        if (failure == null) {
                            done.complete(result);
                        } else {
                            done.completeExceptionally(failure);
                        }
                    });
        }
    }
}
