package io.parley.capacity.browser;

import io.parley.capacity.model.Answer;
import io.parley.capacity.model.Answers;
import io.parley.capacity.model.Capacity;
import io.parley.capacity.model.Consistency;
import io.parley.capacity.model.Display;
import io.parley.capacity.model.Inputs;
import org.teavm.jso.JSExport;

/** What the page calls: numbers in, numbers out, in the orders that the generated data file lists. */
public final class BrowserModel {

    private BrowserModel() {}

    /** Nothing happens at load; the compiler asks for it. */
    public static void main(String[] arguments) {}

    /** All answers for the values of all inputs. */
    @JSExport
    public static double[] solve(double[] inputs) {
        return Capacity.solve(Inputs.of(inputs)).toArray();
    }

    /** For each answer the id of the one that decides it, with commas between; its own id when nothing else does. */
    @JSExport
    public static String bindings(double[] inputs) {
        Answers answers = Capacity.solve(Inputs.of(inputs));
        StringBuilder bindings = new StringBuilder();
        for (Answer answer : Answer.values()) {
            bindings.append(bindings.isEmpty() ? "" : ",")
                    .append(answers.binding(answer).id());
        }
        return bindings.toString();
    }

    /** What does not fit together, one message a line; empty when all does. */
    @JSExport
    public static String conflicts(double[] inputs) {
        Inputs in = Inputs.of(inputs);
        StringBuilder found = new StringBuilder();
        for (Consistency rule : Consistency.values()) {
            if (!rule.holds(in)) {
                found.append(found.isEmpty() ? "" : "\n").append(rule.message());
            }
        }
        return found.toString();
    }

    /** A value as people read it, such as {@code 1.3 TB}. */
    @JSExport
    public static String text(double value, String unit, boolean whole) {
        return Display.text(value, unit, whole);
    }
}
