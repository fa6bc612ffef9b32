package io.parley.model.conformance;

import io.parley.model.Model;
import java.util.List;

/** All rules, in the order in which a reader wants them. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new Rule(
                    "package-without-component",
                    "Every class lies in a package of a component.",
                    PackageRules::codeWithoutComponent),
            new Rule("component-without-code", "Every component has code.", PackageRules::componentWithoutCode),
            new Rule(
                    "call-undeclared",
                    "A class depends on another component's class only along a call edge.",
                    CallRules::undeclared),
            new Rule("call-absent", "Every call edge is needed by a class.", CallRules::absent),
            new Rule("call-cycle", "Calls between components form no cycle.", CallRules::cycles),
            new Rule(
                    "event-undeclared",
                    "A listener takes another component's event only along an event edge.",
                    EventRules::undeclared),
            new Rule(
                    "event-absent",
                    "Every event edge's source makes and publishes the event, its target listens.",
                    EventRules::absent),
            new Rule(
                    "http-undeclared",
                    "Every operation, frame or file is offered by a component with an incoming http edge.",
                    HttpRules::undeclared),
            new Rule("http-absent", "Every http edge leads to an operation, frame or file.", HttpRules::absent),
            new Rule(
                    "store-driver",
                    "Only the adapter package of a store edge uses the store's driver.",
                    StoreRules::driver),
            new Rule(
                    "store-table-undeclared",
                    "An adapter names only tables of its store edge.",
                    StoreRules::undeclaredTable),
            new Rule("store-table-absent", "An adapter names every table of its store edge.", StoreRules::absentTable),
            new Rule(
                    "store-migration",
                    "The tables that are made are the tables that are modelled.",
                    StoreRules::migrations),
            new Rule("levels", "Container and component level tell the same.", LevelRules::levels),
            new Rule(
                    "deterministic-core",
                    "A deterministic component neither blocks, sleeps, starts a thread, reads a clock nor draws at random.",
                    CoreRules::deterministic),
            new Rule(
                    "guarded-method",
                    "A method that the model names as guarded is called by its guard and by no other class.",
                    GuardRules::guarded),
            new Rule("null-marked", "Every package is null-marked.", HygieneRules::nullMarked),
            new Rule("field-injection", "No field is injected.", HygieneRules::fieldInjection),
            new Rule(
                    "narrow-adapter",
                    "A public type of a technical package is needed by another package or an export that the model names.",
                    HygieneRules::narrow));

    private Rules() {}

    /** Every rule. */
    public static List<Rule> all() {
        return ALL;
    }

    /** Every difference that any rule finds, rule by rule. */
    public static List<Violation> violations(Model model, Code code) {
        return ALL.stream()
                .flatMap(rule -> rule.violations(model, code).stream())
                .toList();
    }
}
