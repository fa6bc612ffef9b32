package io.parley.measure;

import io.parley.measure.figure.Figures;
import io.parley.measure.figure.Rounds;
import io.parley.measure.plan.Scenario;
import io.parley.measure.run.Chat;
import io.parley.measure.run.ClosedPace;
import io.parley.measure.run.Room;
import io.parley.measure.stand.Sample;
import java.util.List;

/** One large conversation at the highest rate that its members' windows let through, and what travels for each message. */
final class CrowdRun {

    private static final String PREFIX = "load.crowd.";

    private static final List<String> RECORDED =
            List.of(Figures.RATE, "p50", Figures.P99, "cpu.server", "cpu.cassandra", "wrong", "refused");

    private final Scenario.Crowd crowd;
    private final Bench bench;

    CrowdRun(Scenario.Crowd crowd, Bench bench) {
        this.crowd = crowd;
        this.bench = bench;
    }

    void run() {
        bench.tell("crowd: " + crowd.members() + " members, " + crowd.senders() + " send");
        List<Room> rooms = Rooms.groups(crowd.members(), crowd.members(), 0);
        Sample sample = ((ParleyContender) bench.system(Scenario.PARLEY))
                .sample(new Contender.Load(
                        crowd.members(),
                        rooms,
                        crowd.window(),
                        now -> new ClosedPace(rooms, crowd.senders(), crowd.window(), now),
                        crowd.warm(),
                        crowd.length(),
                        Long.MAX_VALUE,
                        crowd.marks()));
        String prefix = PREFIX + crowd.members() + (crowd.marks() ? ".marks" : "");
        Rounds rounds = new Rounds();
        rounds.add(Figures.of(sample));
        bench.recording().add(prefix, rounds, RECORDED, conditions());
        traffic(prefix, sample);
    }

    /** Per message and member, in both directions, and how many messages came at the same time. */
    private void traffic(String prefix, Sample sample) {
        Chat.Traffic traffic = sample.report().traffic();
        double shares = (double) sample.report().findings().messages() * crowd.members();
        exact(prefix + ".frames", (traffic.framesIn() + traffic.framesOut()) / shares, "frames");
        exact(prefix + ".frames-rate", sample.report().sentPerSecond(), "messages/s");
        exact(prefix + ".bytes", (traffic.bytesIn() + traffic.bytesOut()) / shares, "bytes");
        if (crowd.marks()) {
            exact(prefix + ".mark-frames", (traffic.marksIn() + traffic.marksOut()) / shares, "frames");
        }
    }

    private void exact(String id, double number, String unit) {
        bench.recording().addExact(id, number, unit, "of all messages, warm-up included; " + conditions());
    }

    private String conditions() {
        return "one conversation of " + crowd.members() + " members, all online, " + crowd.senders() + " of them with "
                + crowd.window() + " under way; " + crowd.length().toSeconds() + " s after "
                + crowd.warm().toSeconds() + " s of warm-up"
                + (crowd.marks() ? "; clients tell what they have applied" : "");
    }
}
