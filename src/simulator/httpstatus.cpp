// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httpstatus.h"

#include <array>
#include <utility>

namespace simulator {

QByteArray reasonPhrase(int status)
{
    static constexpr std::array phrases = {
        std::pair(200, "OK"),
        std::pair(201, "Created"),
        std::pair(202, "Accepted"),
        std::pair(204, "No Content"),
        std::pair(206, "Partial Content"),
        std::pair(301, "Moved Permanently"),
        std::pair(302, "Found"),
        std::pair(303, "See Other"),
        std::pair(304, "Not Modified"),
        std::pair(307, "Temporary Redirect"),
        std::pair(308, "Permanent Redirect"),
        std::pair(400, "Bad Request"),
        std::pair(401, "Unauthorized"),
        std::pair(403, "Forbidden"),
        std::pair(404, "Not Found"),
        std::pair(405, "Method Not Allowed"),
        std::pair(409, "Conflict"),
        std::pair(412, "Precondition Failed"),
        std::pair(413, "Content Too Large"),
        std::pair(414, "URI Too Long"),
        std::pair(415, "Unsupported Media Type"),
        std::pair(423, "Locked"),
        std::pair(429, "Too Many Requests"),
        std::pair(431, "Request Header Fields Too Large"),
        std::pair(500, "Internal Server Error"),
        std::pair(501, "Not Implemented"),
        std::pair(502, "Bad Gateway"),
        std::pair(503, "Service Unavailable"),
        std::pair(504, "Gateway Timeout"),
        std::pair(505, "HTTP Version Not Supported"),
    };
    for (const auto &[known, phrase] : phrases) {
        if (known == status)
            return phrase;
    }
    return "Status";
}

} // namespace simulator
