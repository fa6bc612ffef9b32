package io.parley.projection;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The way from a node to one of its stores: notes what is asked for, and passes it on unless a test wants something else. */
final class Way<T> {

    /** What was asked for. */
    record Call(String method, List<Object> arguments) {}

    private final T port;
    private final List<Call> calls = new ArrayList<>();
    private final List<Callable<Object>> held = new ArrayList<>();
    private Predicate<Call> throwing = call -> false;
    private @Nullable String throwingNext;
    private @Nullable String holdingNext;
    private @Nullable String answeringNext;
    private Runnable onAnswer = () -> {};

    Way(Class<T> type, T store) {
        port = type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> take(store, method, arguments == null ? new Object[0] : arguments)));
    }

    private CompletionStage<?> take(T store, Method method, Object[] arguments) throws ReflectiveOperationException {
        String name = method.getName();
        Call call = new Call(name, List.of(arguments));
        calls.add(call);
        if (throwing.test(call) || name.equals(throwingNext)) {
            throwingNext = null;
            throw new IllegalStateException("an error that was planted");
        }
        if (name.equals(holdingNext)) {
            holdingNext = null;
            held.add(() -> method.invoke(store, arguments));
            return new CompletableFuture<>();
        }
        CompletionStage<?> answer = (CompletionStage<?>) method.invoke(store, arguments);
        if (name.equals(answeringNext)) {
            answeringNext = null;
            return answer.whenComplete((done, failure) -> onAnswer.run());
        }
        return answer;
    }

    /** The store, at the end of this way. */
    T port() {
        return port;
    }

    /** All calls of a method until now, also those in vain. */
    List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** From here on these calls throw, instead of answering with a failure. */
    void throwOn(Predicate<Call> which) {
        throwing = which;
    }

    void throwOn(String method) {
        throwOn(call -> call.method().equals(method));
    }

    void throwNoMore() {
        throwOn(call -> false);
    }

    /** Only the next such call throws. */
    void throwOnNext(String method) {
        throwingNext = method;
    }

    /** Runs when the next such call is answered, before whoever asked knows. */
    void onNextAnswer(String method, Runnable step) {
        answeringNext = method;
        onAnswer = step;
    }

    /** The next such call gets no answer and does not arrive, not yet. */
    void holdNext(String method) {
        holdingNext = method;
    }

    /** Lets arrive what was held. */
    void passOn() throws Exception {
        for (Callable<Object> each : held) {
            each.call();
        }
        held.clear();
    }
}
