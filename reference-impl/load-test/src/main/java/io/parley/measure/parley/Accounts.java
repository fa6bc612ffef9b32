package io.parley.measure.parley;

import io.parley.measure.run.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The users of a load and their conversations, made over REST before anything is measured. */
public final class Accounts {

    private static final int AT_ONCE = 4;
    private static final String PASSWORD = UUID.randomUUID().toString();

    /** Somebody who is registered; tokens are renewed before each run. */
    private static final class Account {
        private final String userId;
        private String accessToken = "";
        private String refreshToken = "";

        Account(JsonNode session) {
            userId = session.required("user").required("id").asString();
            renew(session);
        }

        void renew(JsonNode session) {
            accessToken = session.required("accessToken").asString();
            refreshToken = session.required("refreshToken").asString();
        }
    }

    private final Rest rest;
    private final Consumer<String> progress;
    private final List<Account> accounts = new ArrayList<>();

    /** None yet; the progress is told how far it is. */
    public Accounts(Rest rest, Consumer<String> progress) {
        this.rest = rest;
        this.progress = progress;
    }

    /** Registers as many as are missing. */
    public void ensure(int users) {
        int present = accounts.size();
        if (users > present) {
            accounts.addAll(all(
                    users - present,
                    "accounts",
                    number -> new Account(rest.post(
                            "/auth/register",
                            null,
                            Rest.body()
                                    .put(
                                            "username",
                                            "load-"
                                                    + UUID.randomUUID()
                                                            .toString()
                                                            .substring(0, 18))
                                    .put("password", PASSWORD)))));
        }
    }

    /** Tokens live a quarter of an hour: each run begins with new ones. */
    public List<String> tokens(int users) {
        return all(users, "tokens", number -> {
            Account account = accounts.get(number);
            account.renew(rest.post("/auth/refresh", null, Rest.body().put("refreshToken", account.refreshToken)));
            return account.accessToken;
        });
    }

    /** New conversations of these members, the first of each as its creator. Returns their ids. */
    public List<String> create(List<Room> rooms) {
        return all(rooms.size(), "conversations", number -> {
            Room room = rooms.get(number);
            ObjectNode body = Rest.body()
                    .put(
                            "id",
                            MessageId.of(number, System.currentTimeMillis(), new SplittableRandom())
                                    .toString())
                    .put("type", room.size() == 2 ? "direct" : "group");
            ArrayNode others = body.putArray("members");
            for (int i = 1; i < room.size(); i++) {
                others.add(accounts.get(room.member(i)).userId);
            }
            if (room.size() > 2) {
                body.put("title", "Load");
            }
            return rest.post("/conversations", accounts.get(room.member(0)).accessToken, body)
                    .required("id")
                    .asString();
        });
    }

    private <T> List<T> all(int count, String what, IntFunction<T> make) {
        AtomicInteger made = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    T one = make.apply(number);
                    int done = made.incrementAndGet();
                    if (done % 250 == 0) {
                        progress.accept(done + " of " + count + " " + what);
                    }
                    return one;
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<T> future : futures) {
                all.add(future.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load cannot be prepared", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while preparing the load", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
