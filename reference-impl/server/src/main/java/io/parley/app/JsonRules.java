package io.parley.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON as the contract has it: ids as lower-case UUID text, times in UTC with milliseconds, absent instead of null, unknown
 * fields ignored; and nothing guessed: no number for a text, no member twice, no text that is no Unicode.
 */
public final class JsonRules {

    private static final int MILLI_DIGITS = 3;
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(MILLI_DIGITS).toFormatter();

    private JsonRules() {}

    /** Sets the rules on a mapper under construction. */
    public static void apply(JsonMapper.Builder builder) {
        builder.addModule(module())
                .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule("parley");
        id(module, UserId.class, UserId::parse);
        id(module, DeviceId.class, DeviceId::parse);
        id(module, ConversationId.class, ConversationId::parse);
        id(module, EntryId.class, EntryId::parse);
        module.addSerializer(new NumberSerializer<>(Seq.class, Seq::value));
        module.addSerializer(new TextSerializer<>(Instant.class, MILLIS::format));
        module.addDeserializer(Instant.class, new TextDeserializer<>(Instant.class, JsonRules::time));
        module.addDeserializer(String.class, new TextDeserializer<>(String.class, JsonRules::wellFormed));
        return module;
    }

    private static <T> void id(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(new TextSerializer<>(type, Object::toString));
        module.addDeserializer(type, new TextDeserializer<>(type, parse));
    }

    private static Instant time(String text) {
        return DateTimeFormatter.ISO_INSTANT.parse(text, Instant::from);
    }

    /** A lone surrogate is no character: it would turn into another text in UTF-8, and so in every store. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    throw new IllegalArgumentException("text, expected well-formed Unicode");
                }
                i++;
            }
        }
        return text;
    }

    private static final class TextSerializer<T> extends StdSerializer<T> {

        private final Function<? super T, String> text;

        TextSerializer(Class<T> type, Function<? super T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(text.apply(value));
        }
    }

    private static final class NumberSerializer<T> extends StdSerializer<T> {

        private final ToLongFunction<T> number;

        NumberSerializer(Class<T> type, ToLongFunction<T> number) {
            super(type);
            this.number = number;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(number.applyAsLong(value));
        }
    }

    /** Takes JSON text only, and what the function takes of it. */
    private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {

        private final Function<String, T> parse;

        TextDeserializer(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(_valueClass, "expected a text");
            }
            try {
                return parse.apply(in.getString());
            } catch (IllegalArgumentException | DateTimeException refused) {
                return context.reportInputMismatch(_valueClass, "expected another text");
            }
        }
    }
}
