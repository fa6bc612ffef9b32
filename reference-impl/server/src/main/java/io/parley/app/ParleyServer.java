package io.parley.app;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server: one process, any number of which serve one installation. */
@SpringBootApplication(scanBasePackages = "io.parley")
public class ParleyServer {

    /**
     * Takes Spring's arguments and environment; the keys stand in {@code application.yaml}. With {@code rebuild} before them
     * it does that and ends.
     */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        if (!arguments.isEmpty() && arguments.get(0).equals(RebuildCommand.NAME)) {
            System.exit(RebuildCommand.run(arguments.subList(1, arguments.size())));
        }
        SpringApplication.run(ParleyServer.class, args);
    }
}
