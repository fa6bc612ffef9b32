package io.parley.projection;

import io.parley.log.Admission;
import org.springframework.context.annotation.Bean;

/** For a process that rebuilds: it reads logs and appends to none. Not found by a scan, as a server must ask. */
public final class RebuildAdmission {

    @Bean
    static Admission neverAsked() {
        return Admission.ALWAYS;
    }
}
