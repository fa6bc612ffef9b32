package io.parley.measure.stand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuTest {

    private static final String REST = " S 1 1 1 0 -1 4194368 5 0 0 0 17 4 0 0 20 0 30 0 100 0 0";

    @Test
    void countsTheCompilersOfAJvmAndNoOtherThreads() {
        assertThat(Cpu.compilers("12 (C2 CompilerThre)" + REST)).isEqualTo(Duration.ofMillis(210));
        assertThat(Cpu.compilers("13 (C1 CompilerThre)" + REST)).isEqualTo(Duration.ofMillis(210));
        assertThat(Cpu.compilers("14 (log-1)" + REST)).isZero();
        assertThat(Cpu.compilers("15 (a) C2 Compiler)" + REST)).isZero();
    }

    @Test
    void findsTheCompilersOfARunningJvm() {
        assertThat(Cpu.ofCompilers(ProcessHandle.current())).isPositive().isLessThan(Cpu.of(ProcessHandle.current()));
    }

    @Test
    void countsWhatAMachineDoesAndNotWhatItWaitsFor() {
        assertThat(Cpu.busy("cpu  10 1 4 900 50 2 3 7 0 0")).isEqualTo(Duration.ofMillis(200));
    }
}
