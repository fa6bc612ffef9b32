package io.parley.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One node of the Parley server as a child process. Several may run on the same stores, each in its own directory. */
public final class ServerProcess implements EmbeddedServer {

    private static final int TIMEOUT_MILLIS = 5000;

    private final ServerSettings settings;
    private final ManagedProcess process;

    /** It runs only after {@link #start}. */
    public ServerProcess(ServerSettings settings) {
        this.settings = settings;
        this.process = new ManagedProcess(this, settings.directory(), ProcessHandle::destroy);
    }

    public ServerSettings settings() {
        return settings;
    }

    /** Where clients connect, without a slash at the end. */
    public URI address() {
        // A node that listens on all addresses is reached on this one.
        String host = settings.address().equals("0.0.0.0") ? "127.0.0.1" : settings.address();
        return URI.create("http://" + host + ":" + settings.port());
    }

    @Override
    public String name() {
        return "Parley server";
    }

    @Override
    public Path log() {
        return settings.directory().resolve("server.log");
    }

    @Override
    public boolean reclaim() {
        return process.claim();
    }

    @Override
    public void start() {
        process.start(() -> process.launch(
                this::command,
                Map.of("SPRING_DATASOURCE_PASSWORD", settings.database().password()),
                this::isReady));
    }

    @Override
    public void stop() {
        process.stop();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public ProcessHandle process() {
        return process.handle();
    }

    private List<String> command(String mark) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Dparley.mark=" + mark);
        line.add("-Djava.io.tmpdir=" + process.temporary());
        line.addAll(settings.jvmOptions());
        line.add("-jar");
        line.add(settings.jar().toString());
        new TreeMap<>(settings.arguments()).forEach((key, value) -> line.add("--" + key + "=" + value));
        return line;
    }

    private boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    address().resolve("/actuator/health").toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
