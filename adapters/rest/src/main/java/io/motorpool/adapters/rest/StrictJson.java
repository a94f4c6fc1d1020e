package io.motorpool.adapters.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** What JSON may be: exactly what the contract says, and not too much of it. */
@Singleton
final class StrictJson implements ObjectMapperCustomizer {

    /** A single text or number may fill the body here, so that it is refused where the name of its field is known. */
    private static final int LARGEST_BODY = 256 * 1024;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxDocumentLength(LARGEST_BODY)
            .maxStringLength(LARGEST_BODY)
            .maxNumberLength(LARGEST_BODY)
            .maxNestingDepth(20)
            .maxNameLength(100)
            .build();

    @Override
    @SuppressWarnings("deprecation") // there is no builder here: Quarkus hands over a finished mapper
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(LIMITS);
        mapper.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.coercionConfigFor(LogicalType.Boolean)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        mapper.registerModule(new SimpleModule("strict values")
                .addDeserializer(String.class, new StrictText())
                .addDeserializer(Integer.class, new StrictNumber.Whole())
                .addDeserializer(Long.class, new StrictNumber.LargeWhole())
                .addDeserializer(Double.class, new StrictNumber.Decimal()));
    }
}
