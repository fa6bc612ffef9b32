package io.parley.formal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checks under way, one per core. */
final class ModelRuns implements AutoCloseable {

    private final ExecutorService checks =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Map<String, Future<ModelRun>> runs = new ConcurrentHashMap<>();

    /** Starts a check as soon as a core is free. */
    void start(String name, Tlc tlc, Model model, Configuration configuration, Path folder) {
        Path own = folder.resolve("check-" + runs.size());
        runs.put(name, checks.submit(() -> {
            Files.createDirectory(own);
            return tlc.check(model, configuration, own);
        }));
    }

    /** The result of a check, once it has ended. */
    ModelRun of(String name) {
        Future<ModelRun> run = runs.get(name);
        if (run == null) {
            throw new IllegalArgumentException("name=" + name + ", expected one of " + runs.keySet());
        }
        try {
            return run.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the check of " + name + " could not be run", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " was checked", e);
        }
    }

    @Override
    public void close() {
        checks.shutdownNow();
    }
}
