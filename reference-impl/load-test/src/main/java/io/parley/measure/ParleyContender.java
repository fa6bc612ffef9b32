package io.parley.measure;

import io.parley.measure.figure.Figures;
import io.parley.measure.parley.ParleyChat;
import io.parley.measure.run.Chat;
import io.parley.measure.run.Drive;
import io.parley.measure.run.Room;
import io.parley.measure.run.Schedule;
import io.parley.measure.stand.Meter;
import io.parley.measure.stand.Sample;
import io.parley.measure.stand.Stand;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Parley, loaded through its public contract. Conversations are made once and used by every load that names them. */
final class ParleyContender implements Contender {

    /** A client tells its receipt a second after it began to have one, and the server tells it on within another. */
    private static final Duration RECEIPTS = Duration.ofSeconds(2);

    private final String name;
    private final Stand stand;
    private final Consumer<String> progress;
    private final Map<List<Room>, List<String>> conversations = new HashMap<>();

    ParleyContender(String name, Stand stand, Consumer<String> progress) {
        this.name = name;
        this.stand = stand;
        this.progress = progress;
    }

    @Override
    public String name() {
        return name;
    }

    Stand stand() {
        return stand;
    }

    @Override
    public Figures measure(Load load) {
        return Figures.of(sample(load));
    }

    Sample sample(Load load) {
        stand.accounts().ensure(load.users());
        List<String> tokens = stand.accounts().tokens(load.users());
        List<String> ids = conversations.computeIfAbsent(
                load.rooms(), rooms -> stand.accounts().create(rooms));
        try (Chat chat = new ParleyChat(stand.address(), tokens, ids, load.marks(), progress)) {
            return drive(chat, load, stand.processes(), progress);
        }
    }

    static Sample drive(Chat chat, Load load, Map<String, ProcessHandle> processes, Consumer<String> progress) {
        Meter meter = new Meter(processes, progress);
        long now = System.nanoTime();
        Schedule schedule = Schedule.from(
                now, load.warm(), load.length(), load.marks() ? RECEIPTS : Duration.ZERO, load.underWayMax());
        Drive drive = new Drive(chat, load.pace().apply(now), schedule, meter, System::nanoTime);
        Sample sample = Sample.of(drive.run(), meter);
        progress.accept(sample.toString());
        return sample;
    }

    @Override
    public void close() {
        stand.close();
    }
}
