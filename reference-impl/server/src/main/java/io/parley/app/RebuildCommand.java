package io.parley.app;

import io.parley.projection.Rebuild;
import io.parley.projection.RebuildAdmission;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * {@code rebuild NAME… [--key=value…]}: draws projections from the logs again, beside running nodes, and tells how far it is.
 * Needs Cassandra only.
 *
 * <p>No {@code @Configuration}: the server's own scan would find it, and with it the admission that never refuses.
 */
@Import({AppConfiguration.class, RebuildAdmission.class})
@ComponentScan({
    "io.parley.limits",
    "io.parley.schema",
    "io.parley.log",
    "io.parley.projection",
    "io.parley.inbox",
    "io.parley.idindex",
    "io.parley.erasure",
    "io.parley.receipt"
})
class RebuildCommand {

    static final String NAME = "rebuild";

    /** Runs until all is done; the exit code tells whether it is. */
    static int run(List<String> arguments) {
        Set<String> wanted = new TreeSet<>();
        arguments.stream().filter(argument -> !argument.startsWith("--")).forEach(wanted::add);
        String[] keys =
                arguments.stream().filter(argument -> argument.startsWith("--")).toArray(String[]::new);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(RebuildCommand.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(keys)) {
            Rebuild rebuild = context.getBean(Rebuild.class);
            if (wanted.isEmpty() || !Set.copyOf(rebuild.names()).containsAll(wanted)) {
                System.err.println("usage: rebuild NAME…, of " + String.join(", ", rebuild.names()));
                return 2;
            }
            Rebuild.Progress done = rebuild.run(wanted, RebuildCommand::tell)
                    .toCompletableFuture()
                    .join();
            System.out.println("Rebuilt " + String.join(", ", rebuild.with(wanted)) + " from " + done.conversations()
                    + " conversations with " + done.entries() + " entries.");
            return 0;
        }
    }

    /** About each tenth. */
    private static void tell(Rebuild.Progress progress) {
        int percent = progress.part() * 100 / progress.parts();
        int before = (progress.part() - 1) * 100 / progress.parts();
        if (progress.part() > 0 && percent / 10 > before / 10) {
            System.out.println(percent + " %, " + progress.conversations() + " conversations");
        }
    }
}
