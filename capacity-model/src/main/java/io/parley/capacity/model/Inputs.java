package io.parley.capacity.model;

/** One value for each {@link Input}. Mutable while it is filled; not for use by several threads. */
@SuppressWarnings("EnumOrdinal") // an EnumMap would come from java.util
public final class Inputs {

    private final double[] values;

    /** All zero. */
    public Inputs() {
        values = new double[Input.values().length];
    }

    private Inputs(double[] values) {
        this.values = values;
    }

    /**
     * From values in the order of {@link Input}.
     *
     * @throws IllegalArgumentException when there are more or fewer
     */
    public static Inputs of(double[] values) {
        if (values.length != Input.values().length) {
            throw new IllegalArgumentException("values=" + values.length + ", expected " + Input.values().length);
        }
        return new Inputs(values.clone());
    }

    public double get(Input input) {
        return values[input.ordinal()];
    }

    /** These, with one value changed; the original stays as it is. */
    public Inputs with(Input input, double value) {
        Inputs copy = new Inputs(values.clone());
        copy.values[input.ordinal()] = value;
        return copy;
    }

    /** Values in the order of {@link Input}. */
    public double[] toArray() {
        return values.clone();
    }
}
