// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httpparser.h"

#include "simulator/formdata.h"

#include <QUrl>

#include <algorithm>

namespace simulator {

namespace {

constexpr qsizetype ChunkLineLimit = 1024;
constexpr qsizetype HeaderCountLimit = 200;

bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView extra("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [extra](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || extra.contains(c);
    });
}

bool isVisible(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

HttpParser::HttpParser(QByteArray scheme)
    : HttpParser(std::move(scheme), Limits())
{
}

HttpParser::HttpParser(QByteArray scheme, Limits limits)
    : m_scheme(std::move(scheme))
    , m_limits(limits)
{
}

void HttpParser::feed(const QByteArray &bytes)
{
    m_buffer += bytes;
}

std::optional<Request> HttpParser::next()
{
    while (m_refusal == 0 && !m_complete && step()) {}
    if (!m_complete)
        return std::nullopt;
    m_complete = false;
    m_state = State::Head;
    return std::exchange(m_request, Request());
}

bool HttpParser::wantsContinue() const
{
    return m_expectsContinue && m_refusal == 0 && m_state != State::Head && m_buffer.isEmpty();
}

bool HttpParser::step()
{
    switch (m_state) {
    case State::Head: return readHead();
    case State::Body: return readBody();
    case State::ChunkSize: return readChunkSize();
    case State::ChunkData: return readChunkData();
    case State::Trailer: return readTrailer();
    }
    return false;
}

bool HttpParser::refuse(int status)
{
    m_refusal = status;
    return false;
}

bool HttpParser::readHead()
{
    while (m_buffer.startsWith("\r\n")) // an empty line left over by the request before
        m_buffer.remove(0, 2);
    const auto end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        const auto line = m_buffer.indexOf("\r\n");
        if (line < 0 && m_buffer.size() > m_limits.target + 32)
            return refuse(414);
        return m_buffer.size() > m_limits.head ? refuse(431) : false;
    }
    if (end > m_limits.head)
        return refuse(431);
    QList<QByteArray> lines;
    for (qsizetype from = 0; from < end;) {
        const auto stop = std::min(m_buffer.indexOf("\r\n", from), end);
        lines.append(m_buffer.sliced(from, stop - from));
        from = stop + 2;
    }
    m_buffer.remove(0, end + 4);
    if (lines.size() > HeaderCountLimit)
        return refuse(431);
    if (!readRequestLine(lines.takeFirst()))
        return false;
    for (const QByteArray &line : std::as_const(lines)) {
        if (!readHeader(line))
            return false;
    }
    return readHost() && readFraming();
}

bool HttpParser::readRequestLine(const QByteArray &line)
{
    const auto parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || parts[1].isEmpty() || !isVisible(parts[1]))
        return refuse(400);
    if (parts[1].size() > m_limits.target)
        return refuse(414);
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return refuse(parts[2].startsWith("HTTP/") ? 505 : 400);
    m_oldVersion = parts[2] == "HTTP/1.0";
    m_request.method = parts[0].toUpper();
    m_request.target = parts[1];
    static constexpr const char *known[] = {"GET", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"};
    const bool isKnown = std::any_of(std::begin(known), std::end(known),
                                     [this](const char *method) { return m_request.method == method; });
    return isKnown ? true : refuse(501);
}

bool HttpParser::readHeader(const QByteArray &line)
{
    const auto colon = line.indexOf(':');
    if (colon <= 0 || !isToken(QByteArrayView(line).first(colon))) // a folded line begins with a blank: no token
        return refuse(400);
    const QByteArray value = line.sliced(colon + 1).trimmed();
    const bool clean = std::none_of(value.begin(), value.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    });
    if (!clean)
        return refuse(400);
    m_request.headers.append({line.first(colon), value});
    return true;
}

bool HttpParser::readHost()
{
    qsizetype hosts = 0;
    for (const Header &header : std::as_const(m_request.headers))
        hosts += header.name.compare("host", Qt::CaseInsensitive) == 0 ? 1 : 0;
    if (hosts > 1 || (hosts == 0 && !m_oldVersion))
        return refuse(400);
    QByteArray host = m_request.header("host");
    if (!m_request.target.startsWith('/')) { // absolute form, as sent to a proxy
        const QUrl url = QUrl::fromEncoded(m_request.target, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || !url.scheme().startsWith(u"http"))
            return refuse(400);
        host = url.authority(QUrl::FullyEncoded).toLatin1();
        m_request.target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
        if (!m_request.target.startsWith('/'))
            m_request.target.prepend('/');
    }
    constexpr QByteArrayView unsafe("\"<>\\/@?#");
    if (std::any_of(host.begin(), host.end(), [unsafe](char c) { return unsafe.contains(c); }))
        return refuse(400);
    m_request.baseUrl = QString::fromLatin1(m_scheme + "://" + host);
    readTarget();
    return true;
}

void HttpParser::readTarget()
{
    m_request.setTarget(m_request.target);
}

bool HttpParser::readFraming()
{
    const QByteArray connection = m_request.header("connection").toLower();
    m_keepAlive = m_oldVersion ? connection.contains("keep-alive") : !connection.contains("close");
    m_expectsContinue = m_request.header("expect").toLower() == "100-continue";
    const QByteArray coding = m_request.header("transfer-encoding").toLower();
    const auto length = contentLength();
    if (!length)
        return false;
    if (!coding.isEmpty()) {
        if (!m_request.header("content-length").isEmpty()) // the two together are how requests get smuggled
            return refuse(400);
        m_state = State::ChunkSize;
        return coding == "chunked" ? true : refuse(501);
    }
    m_expected = *length;
    m_state = State::Body;
    return m_expected > m_limits.body ? refuse(413) : true;
}

std::optional<qsizetype> HttpParser::contentLength()
{
    QByteArray text;
    for (const Header &header : std::as_const(m_request.headers)) {
        if (header.name.compare("content-length", Qt::CaseInsensitive) != 0)
            continue;
        if (!isDigits(header.value) || (!text.isEmpty() && text != header.value)) {
            refuse(400);
            return std::nullopt;
        }
        text = header.value;
    }
    if (text.isEmpty())
        return 0;
    bool fits = false;
    const qsizetype value = text.toLongLong(&fits);
    if (!fits) {
        refuse(413);
        return std::nullopt;
    }
    return value;
}

bool HttpParser::readBody()
{
    if (m_buffer.size() < m_expected)
        return false;
    m_request.body = m_buffer.first(m_expected);
    m_buffer.remove(0, m_expected);
    m_complete = true;
    return true;
}

std::optional<QByteArray> HttpParser::takeLine(qsizetype limit, int tooLong)
{
    const auto end = m_buffer.indexOf("\r\n");
    if (end < 0 || end > limit) {
        if (end > limit || m_buffer.size() > limit)
            refuse(tooLong);
        return std::nullopt;
    }
    const QByteArray line = m_buffer.first(end);
    m_buffer.remove(0, end + 2);
    return line;
}

bool HttpParser::readChunkSize()
{
    const auto line = takeLine(ChunkLineLimit, 400);
    if (!line)
        return false;
    const QByteArray digits = line->first(line->contains(';') ? line->indexOf(';') : line->size()).trimmed();
    const bool isHex = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](char c) {
        return std::isxdigit(static_cast<unsigned char>(c)) != 0;
    });
    if (!isHex)
        return refuse(400);
    bool fits = false;
    m_expected = digits.toLongLong(&fits, 16);
    if (!fits || m_expected > m_limits.body - m_request.body.size())
        return refuse(413);
    m_state = m_expected == 0 ? State::Trailer : State::ChunkData;
    return true;
}

bool HttpParser::readChunkData()
{
    if (m_buffer.size() < m_expected + 2)
        return false;
    if (m_buffer.sliced(m_expected, 2) != "\r\n")
        return refuse(400);
    m_request.body += m_buffer.first(m_expected);
    m_buffer.remove(0, m_expected + 2);
    m_state = State::ChunkSize;
    return true;
}

bool HttpParser::readTrailer()
{
    const auto line = takeLine(m_limits.head, 431);
    if (!line)
        return false;
    m_complete = line->isEmpty(); // trailer fields carry nothing that we use
    return true;
}

} // namespace simulator
