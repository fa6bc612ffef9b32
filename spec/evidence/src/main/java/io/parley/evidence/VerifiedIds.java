package io.parley.evidence;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the ids that {@link Verifies} gives to a test: the method's own, else those of its class or of a class around it. */
final class VerifiedIds {

    static final int IDS_MAX = 3;

    private VerifiedIds() {}

    static List<String> of(Class<?> testClass, @Nullable Method method) {
        Verifies own = method == null ? null : method.getAnnotation(Verifies.class);
        if (own != null) {
            return List.of(own.value());
        }
        // A nested class stands for one requirement of the class around it, so the nearest annotation wins.
        for (Class<?> around = testClass; around != null; around = around.getEnclosingClass()) {
            for (Class<?> type = around; type != null; type = type.getSuperclass()) {
                Verifies onClass = type.getAnnotation(Verifies.class);
                if (onClass != null) {
                    return List.of(onClass.value());
                }
            }
        }
        return List.of();
    }
}
