package io.parley.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    @TempDir
    private Path directory;

    @Test
    void refusesASecondOwnerInThisProcessAndKeepsTheFirst() {
        try (DirectoryLock first = DirectoryLock.acquire(directory)) {
            assertThatThrownBy(() -> DirectoryLock.acquire(first.directory()))
                    .isInstanceOf(AlreadyRunningException.class);
            assertThat(triedElsewhere()).isEqualTo(LockTrial.REFUSED);
        }
        assertThat(triedElsewhere()).isEqualTo(LockTrial.ACQUIRED);
    }

    @Test
    void holdsAlsoWhenNobodyRefersToItAnyMore() {
        Path owned = DirectoryLock.acquire(directory).directory();
        System.gc();

        assertThat(triedElsewhere()).isEqualTo(LockTrial.REFUSED);
        assertThatThrownBy(() -> DirectoryLock.acquire(owned)).isInstanceOf(AlreadyRunningException.class);
    }

    private int triedElsewhere() {
        try (ChildJvm trial = ChildJvm.start(directory, LockTrial.class, directory.toString())) {
            return trial.exitCode();
        }
    }

    /** Tries to get the lock in a process of its own. */
    static final class LockTrial {

        static final int ACQUIRED = 10;
        static final int REFUSED = 11;

        private LockTrial() {}

        public static void main(String[] arguments) {
            try (DirectoryLock lock = DirectoryLock.acquire(Path.of(arguments[0]))) {
                System.exit(lock.directory().isAbsolute() ? ACQUIRED : 1);
            } catch (AlreadyRunningException e) {
                System.exit(REFUSED);
            }
        }
    }
}
