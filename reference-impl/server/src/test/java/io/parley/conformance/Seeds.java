package io.parley.conformance;

import java.util.stream.Stream;

/** All planted violations: at least one for each rule. */
final class Seeds {

    private Seeds() {}

    static Stream<Seed> all() {
        return Stream.of(StructureSeeds.all(), EdgeSeeds.all(), StoreSeeds.all(), HabitSeeds.all())
                .flatMap(s -> s);
    }
}
