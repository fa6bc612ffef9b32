package io.parley.measure;

import io.parley.measure.figure.Figures;
import io.parley.measure.plan.Scenario;
import io.parley.measure.run.Chat;
import io.parley.measure.xmpp.Ejabberd;
import io.parley.measure.xmpp.XmppChat;
import java.util.function.Consumer;

/** The peer, under the same load as Parley. */
final class EjabberdContender implements Contender {

    /** Users that it has. */
    static final int USERS = 1000;

    private final Ejabberd ejabberd;
    private final Consumer<String> progress;

    EjabberdContender(Ejabberd ejabberd, Consumer<String> progress) {
        this.ejabberd = ejabberd;
        this.progress = progress;
    }

    @Override
    public String name() {
        return Scenario.EJABBERD;
    }

    @Override
    public Figures measure(Load load) {
        if (load.users() > USERS) {
            throw new IllegalArgumentException(
                    "users=" + load.users() + ", expected at most " + USERS + " for ejabberd");
        }
        try (Chat chat = new XmppChat(ejabberd.address(), load.users(), progress)) {
            return Figures.of(ParleyContender.drive(chat, load, ejabberd.processes(), progress));
        }
    }

    @Override
    public void close() {
        ejabberd.close();
    }
}
