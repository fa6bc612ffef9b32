package io.parley.simulation.invariant;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that must hold; remembers the first time that it did not. */
public abstract class Invariant implements Observer {

    private final String name;
    private @Nullable String violation;

    protected Invariant(String name) {
        this.name = name;
    }

    /** The id and name of the catalogue, or a name alone. */
    public final String name() {
        return name;
    }

    public final boolean isBroken() {
        return violation != null;
    }

    public final Optional<String> violation() {
        return Optional.ofNullable(violation);
    }

    /** Nothing is thrown: the code under test would catch it. */
    protected final void require(boolean holds, Supplier<String> otherwise) {
        if (!holds && violation == null) {
            violation = name + ": " + otherwise.get();
        }
    }
}
