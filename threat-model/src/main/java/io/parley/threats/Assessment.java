package io.parley.threats;

import java.util.List;

/**
 * A scenario that people see in one threat, or in several that are stopped or left open for one and the same reason.
 *
 * @param threats ids; {@code *} stands for any part of one
 * @param scenario what the attacker does here, in one sentence
 */
public record Assessment(List<String> threats, String scenario, Status status) {

    public Assessment {
        threats = List.copyOf(threats);
    }

    boolean covers(Threat threat) {
        return threats.stream().anyMatch(pattern -> matches(pattern, threat.id()));
    }

    static boolean matches(String pattern, String id) {
        return id.matches(pattern.replace("*", "[A-Za-z-]*"));
    }
}
