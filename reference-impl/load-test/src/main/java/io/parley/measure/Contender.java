package io.parley.measure;

import io.parley.measure.figure.Figures;
import io.parley.measure.run.OpenPace;
import io.parley.measure.run.Pace;
import io.parley.measure.run.Room;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;

/** A system that is measured, in turn with others. */
interface Contender extends AutoCloseable {

    /**
     * How it is loaded.
     *
     * @param users with one connection each
     * @param rooms conversations among them
     * @param window messages under way per sender; 0 with an open loop
     * @param pace made when the load begins, from the time of that moment
     * @param underWayMax messages under way that show it to be overwhelmed
     * @param marks whether clients tell what they have applied
     */
    record Load(
            int users,
            List<Room> rooms,
            int window,
            LongFunction<Pace> pace,
            Duration warm,
            Duration length,
            long underWayMax,
            boolean marks) {

        /** The same conversations, all of one kind. */
        static List<OpenPace.Share> alike(List<Room> rooms) {
            return List.of(new OpenPace.Share(1, rooms));
        }
    }

    /** In ids of results. */
    String name();

    /** Loads it once. */
    Figures measure(Load load);

    @Override
    void close();
}
