package io.parley.silence;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.dao.QueryTimeoutException;

/** Answers one more than what it is asked about, or what a test says; asked as often as {@link #questions} says. */
final class Oracle implements Function<Integer, Integer> {

    private final Map<Integer, Integer> said = new HashMap<>();
    int questions;
    boolean silent;
    boolean broken;

    /** Happens once, between an answer, or that none came, and what becomes of it. */
    Runnable meanwhile = () -> {};

    void willSay(int key, int answer) {
        said.put(key, answer);
    }

    @Override
    public Integer apply(Integer key) {
        questions++;
        int answer = said.getOrDefault(key, key + 1);
        Runnable event = meanwhile;
        meanwhile = () -> {};
        event.run();
        if (silent) {
            throw new QueryTimeoutException("no answer");
        }
        if (broken) {
            throw new IllegalStateException("wrong SQL");
        }
        return answer;
    }
}
