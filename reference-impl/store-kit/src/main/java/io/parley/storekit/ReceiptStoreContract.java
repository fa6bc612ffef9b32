package io.parley.storekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.receipt.DeviceMark;
import io.parley.receipt.Mark;
import io.parley.receipt.ReceiptStore;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link ReceiptStore}: what receipts rely on, whichever adapter is below. */
@Verifies("MSG-10")
public abstract class ReceiptStoreContract extends StoreContract<ReceiptStore> {

    private static final int MANY = 300;

    private final UserId ann = new UserId(UUID.randomUUID());
    private final DeviceId laptop = new DeviceId(UUID.randomUUID());
    private final DeviceId phone = new DeviceId(UUID.randomUUID());
    private ConversationId conversation = SampleEntries.newConversation();

    @BeforeEach
    void beginAnotherConversation() {
        conversation = SampleEntries.newConversation();
    }

    private void write(DeviceMark... marks) {
        await(store().write(conversation, List.of(marks)));
    }

    private List<DeviceMark> read() {
        return await(store().read(conversation));
    }

    private DeviceMark on(DeviceId device, long delivered, long read) {
        return new DeviceMark(ann, device, new Mark(new Seq(delivered), new Seq(read), read / 2));
    }

    @Test
    void returnsTheMarksOfEachDevice() {
        write(on(laptop, 7, 3), on(phone, 5, 0));

        assertThat(read()).containsExactlyInAnyOrder(on(laptop, 7, 3), on(phone, 5, 0));
    }

    @Test
    void returnsNothingWhereNothingWasWritten() {
        assertThat(read()).isEmpty();
    }

    @Test
    void keepsTheHigherOfEachPositionInWhateverOrderTheyCome() {
        write(on(laptop, 9, 4));
        write(on(laptop, 7, 6));
        write(on(laptop, 3, 1));
        write(on(phone, 2, 0));
        write(on(phone, 4, 4));
        write(on(phone, 3, 0));

        assertThat(read()).containsExactlyInAnyOrder(on(laptop, 9, 6), on(phone, 4, 4));
    }

    @Test
    void takesARepeatForNothing() {
        write(on(laptop, 9, 4));
        write(on(laptop, 9, 4));

        assertThat(read()).containsExactly(on(laptop, 9, 4));
    }

    @Test
    void takesTheMarksOfALargeGroupTogether() {
        List<DeviceMark> marks = IntStream.range(0, MANY)
                .mapToObj(i -> new DeviceMark(
                        new UserId(new UUID(1, i)), laptop, new Mark(new Seq(MANY + 1L), new Seq(i + 1L), i)))
                .toList();

        await(store().write(conversation, marks));

        assertThat(read()).containsExactlyInAnyOrderElementsOf(marks);
    }

    @Test
    void keepsConversationsApart() {
        write(on(laptop, 9, 4));
        ConversationId other = SampleEntries.newConversation();
        await(store().write(other, List.of(on(laptop, 2, 1))));

        assertThat(read()).containsExactly(on(laptop, 9, 4));
        assertThat(await(store().read(other))).containsExactly(on(laptop, 2, 1));
    }
}
