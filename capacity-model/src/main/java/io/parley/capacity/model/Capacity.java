package io.parley.capacity.model;

/**
 * The capacity model in closed form: what an installation needs to carry a load (QG-6).
 *
 * <p>Pure functions over doubles; the result depends on the inputs alone. Inputs outside the ranges of their scenario, or
 * against {@link Consistency}, give meaningless numbers rather than an error: check first.
 */
public final class Capacity {

    private Capacity() {}

    /** All answers for one set of inputs. */
    public static Answers solve(Inputs in) {
        Answers out = new Answers();
        Load.solve(in, out);
        Storage.solve(in, out);
        ApplicationNodes.solve(in, out);
        Stores.solve(in, out);
        Service.solve(in, out);
        return out;
    }
}
