package io.motorpool.adapters.spreadsheet;

import java.util.List;

/** The one sheet that is written and read: its version, its headings, where its rows begin. */
final class Template {

    static final String SHEET = "특별비용";
    static final String VERSION = "motorpool-extra-costs-1";
    static final int VERSION_ROW = 1;
    static final int FIRST_ROW = 3;
    static final List<String> HEADINGS = List.of("운행일자", "노선", "구분", "증빙번호", "금액(원)", "감액 사유", "내용");

    static final int LONGEST_ROUTE = 60;
    static final int LONGEST_KIND = 20;
    static final int LONGEST_REFERENCE = 40;
    static final int LONGEST_REASON = 40;
    static final int LONGEST_DESCRIPTION = 100;

    private Template() {}
}
