package io.parley.acceptance.outage;

import static org.awaitility.Awaitility.await;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.problem.ProblemType;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A number of requests that are always under way, each answer followed by the next, so that a fault meets every step. */
final class SteadyLoad {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private record Exchange(HttpRequest.Builder request, Answer answer) {}

    private final Api api;
    private final Supplier<HttpRequest.Builder> requests;
    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private final AtomicInteger succeeded = new AtomicInteger();
    private final List<CompletableFuture<?>> lines = new ArrayList<>();
    private volatile boolean ends;

    private SteadyLoad(Api api, Supplier<HttpRequest.Builder> requests) {
        this.api = api;
        this.requests = requests;
    }

    /** Starts it. */
    static SteadyLoad of(Api api, int underWay, Supplier<HttpRequest.Builder> requests) {
        SteadyLoad load = new SteadyLoad(api, requests);
        for (int i = 0; i < underWay; i++) {
            load.lines.add(load.next());
        }
        return load;
    }

    private CompletableFuture<?> next() {
        HttpRequest.Builder request = requests.get();
        return api.start(request).thenCompose(answer -> {
            exchanges.add(new Exchange(request, answer));
            if (answer.status() < 400) {
                succeeded.incrementAndGet();
            }
            return ends ? CompletableFuture.completedFuture(null) : next();
        });
    }

    /** A store that was stalled before may need a while. */
    void awaitSuccesses(int count) {
        await().atMost(PATIENCE).until(() -> succeeded.get() >= count);
    }

    /** Sends no more, waits for what is under way and gives the requests that were ever answered with this problem. */
    List<HttpRequest.Builder> stopped(ProblemType problem) {
        ends = true;
        lines.forEach(CompletableFuture::join);
        return exchanges.stream()
                .filter(exchange ->
                        exchange.answer().status() >= 400 && exchange.answer().problem() == problem)
                .map(Exchange::request)
                .toList();
    }
}
