package io.motorpool.sandbox.bench.reservation;

import io.motorpool.sandbox.bench.reservation.Fleet.Wish;
import java.util.UUID;

/**
 * What the application writes into columns of text and JSON: the same words, so that they cost the database the same. Put
 * together by hand, because a template costs more than the request.
 */
final class Texts {

    static final String HEADERS = """
            {"Content-Type":"application/json","ETag":"\\"0\\"",\
            "Location":"http://localhost:8080/api/v1/reservations/01a20859-a341-79dc-ba8d-d27e89ebccfe"}""";

    private static final String EVENT = """
            ","source":"/motorpool","type":"io.motorpool.reservation.vehicle-reserved.v1",\
            "time":"2026-11-23T12:20:24.368825Z","datacontenttype":"application/json",\
            "dataschema":"https://motorpool.io/events/io.motorpool.reservation.vehicle-reserved.v1.json","subject":\"""";
    private static final String ANSWER = """
            ","status":"RESERVED","corporate":true,"atRisk":false,"overdue":false,\
            "createdAt":"2026-11-23T12:20:24.368825Z"}""";
    private static final String REFUSAL = """
            {"type":"https://motorpool.io/problems/vehicle-taken","title":"Conflict","status":409,\
            "detail":"The vehicle is taken at that time.","code":"vehicle-taken","errors":[],\
            "inTheWay":{"kind":"RESERVATION","start":\"""";

    private Texts() {}

    static String facts(Wish wish) {
        return "{\"atRisk\":\"false\",\"driver\":\"" + Fleet.driver(wish.driver()) + "\",\"end\":\"" + wish.end()
                + "\",\"overdue\":\"false\",\"start\":\"" + wish.start()
                + "\",\"status\":\"RESERVED\",\"vehicle\":\"" + wish.vehicle() + "\"}";
    }

    static String event(Wish wish, UUID event, UUID id, UUID company) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + event + EVENT + id + "\",\"company\":\"" + company
                + "\",\"data\":{\"reservation\":\"" + id + "\",\"company\":\"" + company + "\",\"vehicle\":\""
                + wish.vehicle() + "\",\"driver\":\"" + Fleet.driver(wish.driver()) + "\",\"period\":{\"start\":\""
                + wish.start() + "\",\"end\":\"" + wish.end() + "\"}}}";
    }

    static String answer(Wish wish, UUID id, UUID company) {
        return "{\"id\":\"" + id + "\",\"company\":\"" + company + "\",\"vehicle\":\"" + wish.vehicle()
                + "\",\"driver\":\"" + Fleet.driver(wish.driver()) + "\",\"start\":\"" + wish.start()
                + "\",\"end\":\"" + wish.end() + ANSWER;
    }

    static String refusal(Wish wish) {
        return REFUSAL + wish.start() + "\",\"end\":\"" + wish.end() + "\"}}";
    }
}
