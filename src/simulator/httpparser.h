// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// HTTP/1.1 requests out of a stream of bytes, strictly: what a real front end would refuse is refused here with the same
// status. Knows no socket; lives in whichever thread feeds it (a worker).

#include "simulator/exchange.h"

#include <optional>

namespace simulator {

class HttpParser
{
public:
    struct Limits {
        qsizetype target = 16 * 1024; // bytes of the request target, else 414
        qsizetype head = 64 * 1024; // bytes of request line and headers, else 431
        qsizetype body = 8 * 1024 * 1024; // decoded bytes, else 413
    };

    explicit HttpParser(QByteArray scheme);
    HttpParser(QByteArray scheme, Limits limits);

    void feed(const QByteArray &bytes);
    std::optional<Request> next(); // the next complete request; the one after it stays in the buffer

    [[nodiscard]] int refusal() const { return m_refusal; } // HTTP status; 0: nothing is wrong
    [[nodiscard]] bool keepAlive() const { return m_keepAlive; } // as the request last returned wants it
    [[nodiscard]] bool wantsContinue() const; // head complete, body not begun, and the client waits for "100 Continue"
    void continued() { m_expectsContinue = false; }

private:
    enum class State { Head, Body, ChunkSize, ChunkData, Trailer };

    bool step(); // false: more bytes are needed, or a refusal was set
    bool readHead();
    bool readBody();
    bool readChunkSize();
    bool readChunkData();
    bool readTrailer();
    bool refuse(int status);
    bool readRequestLine(const QByteArray &line);
    bool readHeader(const QByteArray &line);
    bool readFraming();
    bool readHost();
    void readTarget();
    std::optional<QByteArray> takeLine(qsizetype limit, int tooLong);
    std::optional<qsizetype> contentLength();

    QByteArray m_scheme;
    Limits m_limits;
    QByteArray m_buffer;
    Request m_request;
    State m_state = State::Head;
    qsizetype m_expected = 0; // bytes of the body, or of the chunk, still to come
    int m_refusal = 0;
    bool m_complete = false;
    bool m_oldVersion = false; // HTTP/1.0
    bool m_keepAlive = true;
    bool m_expectsContinue = false;
};

} // namespace simulator
