package io.parley.acceptance.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The program {@code ip}, which makes networks. */
final class Ip {

    private static final int FAILED = -1;

    /** What a program ended with, and what it said. */
    private record End(int status, String said) {}

    private Ip() {}

    /** @throws IllegalStateException when this process may not make networks, or there is no such program */
    static void require() {
        if (!ended(List.of("id", "-u")).equals(new End(0, "0"))) {
            throw new IllegalStateException("user=not root, expected root: networks are made for this test");
        }
        if (ended(List.of("ip", "netns", "list")).status() != 0) {
            throw new IllegalStateException("ip netns does not work, expected iproute2 on a Linux with namespaces");
        }
    }

    /**
     * @param words separated by spaces
     * @param more words that may have some
     * @throws IllegalStateException when it does not do so
     */
    static void run(String words, String... more) {
        List<String> command = command(words);
        command.addAll(List.of(more));
        End end = ended(command);
        if (end.status() != 0) {
            throw new IllegalStateException(
                    command + " ended with status=" + end.status() + ", expected 0: " + end.said());
        }
    }

    /** Also where there is nothing to do. */
    static void runIfPossible(String words) {
        ended(command(words));
    }

    /** What it prints. */
    static String print(String words) {
        return ended(command(words)).said();
    }

    private static List<String> command(String words) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words.split(" ", -1)));
        return command;
    }

    private static End ended(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new End(process.waitFor(), said);
        } catch (IOException absent) {
            return new End(FAILED, absent.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
