// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenariofile.h"

#include "simulator/fault.h"
#include "simulator/story.h"
#include "simulator/switches.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRepetitions = 10'000;
constexpr int MostIncidents = 100'000;

using Problem = QString; // "what: expected …", empty: none

Problem expected(const QString &where, const QString &what)
{
    return u"%1: expected %2"_s.arg(where, what);
}

struct Wish {
    QString where; // path of the member
    QJsonValue value;
};

// Each reads what the member holds into control calls.
using Reader = Problem (*)(const Wish &wish, QList<ScenarioDeed> &deeds);

Problem readSwitches(const Wish &wish, QList<ScenarioDeed> &deeds)
{
    if (!wish.value.isObject())
        return expected(wish.where, u"an object of switches and values"_s);
    const QJsonObject switches = wish.value.toObject();
    for (auto it = switches.begin(); it != switches.end(); ++it) {
        if (const QString problem = Switches().set(it.key(), it->toVariant().toString()); !problem.isEmpty())
            return expected(wish.where + u'.' + it.key(), u"a switch and its value; "_s + problem);
    }
    deeds.append({"POST", u"/control/switches"_s, switches, {}});
    return {};
}

Problem readFault(const Wish &wish, QList<ScenarioDeed> &deeds)
{
    const QJsonArray faults = wish.value.isArray() ? wish.value.toArray() : QJsonArray {wish.value};
    for (qsizetype i = 0; i < faults.size(); ++i) {
        const QString where = wish.value.isArray() ? u"%1[%2]"_s.arg(wish.where).arg(i) : wish.where;
        if (!faults[i].isObject())
            return expected(where, u"an object"_s);
        const QJsonObject order = faults[i].toObject();
        if (const auto fault = Fault::fromJson(order); !fault)
            return expected(where, u"a fault; "_s + fault.error());
        deeds.append({"POST", u"/control/faults"_s, order, {}});
    }
    return {};
}

Problem readClearFaults(const Wish &wish, QList<ScenarioDeed> &deeds)
{
    if (!wish.value.toBool())
        return expected(wish.where, u"true"_s);
    deeds.append({"DELETE", u"/control/faults"_s, {}, {}});
    return {};
}

Problem readAdvance(const Wish &wish, QList<ScenarioDeed> &deeds)
{
    const auto by = readDuration(wish.value.toString());
    if (!by)
        return expected(wish.where, u"a duration like PT2H"_s);
    const QJsonObject body {{u"seconds"_s, static_cast<double>(*by) / static_cast<double>(oneSecond)}};
    deeds.append({"POST", u"/control/clock/advance"_s, body, {}});
    return {};
}

Problem readNetwork(const Wish &wish, QList<ScenarioDeed> &deeds)
{
    if (!wish.value[u"up"].isBool() || wish.value.toObject().size() != 1)
        return expected(wish.where, u"{\"up\": true or false}"_s);
    deeds.append({"POST", u"/control/network"_s, wish.value.toObject(), {}});
    return {};
}

Problem readStory(const Wish &wish, QList<ScenarioDeed> &deeds)
{
    const QString key = wish.value.toString();
    if (!wish.value.isString() || (!key.isEmpty() && !findStory(key)))
        return expected(wish.where, u"the key of a story, or an empty text for an ordinary incident"_s);
    deeds.append({"POST", u"/control/incidents/new"_s, QJsonObject {{u"story"_s, key}}, {}});
    return {};
}

Problem readStorm(const Wish &wish, QList<ScenarioDeed> &deeds)
{
    const QJsonObject storm = wish.value.toObject();
    const double incidents = storm[u"incidents"].toDouble();
    if (incidents < 1 || incidents > MostIncidents)
        return expected(wish.where + u".incidents", u"a number from 1 to %1"_s.arg(MostIncidents));
    if (!readDuration(storm[u"within"].toString()))
        return expected(wish.where + u".within", u"a duration like PT1H"_s);
    if (storm.size() != 2)
        return expected(wish.where, u"incidents and within, nothing else"_s);
    deeds.append({"POST", u"/control/incidents/storm"_s, storm, {}});
    return {};
}

// What depends on the world (who, which incident) is seen when the step comes.
template <const char16_t *Path>
Problem readObject(const Wish &wish, QList<ScenarioDeed> &deeds)
{
    if (!wish.value.isObject())
        return expected(wish.where, u"an object"_s);
    deeds.append({"POST", u"/control/"_s + QStringView(Path), wish.value.toObject(), {}});
    return {};
}

constexpr char16_t throttlePath[] = u"throttle";
constexpr char16_t entraPath[] = u"entra";
constexpr char16_t portalPath[] = u"portal/decide";
constexpr char16_t analystPath[] = u"analyst";
constexpr char16_t mailPath[] = u"mails/move";

constexpr std::array readers = {
    std::pair("switches"_L1, Reader(readSwitches)),
    std::pair("fault"_L1, Reader(readFault)),
    std::pair("clearFaults"_L1, Reader(readClearFaults)),
    std::pair("advance"_L1, Reader(readAdvance)),
    std::pair("network"_L1, Reader(readNetwork)),
    std::pair("story"_L1, Reader(readStory)),
    std::pair("storm"_L1, Reader(readStorm)),
    std::pair("throttle"_L1, Reader(readObject<throttlePath>)),
    std::pair("entra"_L1, Reader(readObject<entraPath>)),
    std::pair("portal"_L1, Reader(readObject<portalPath>)),
    std::pair("analyst"_L1, Reader(readObject<analystPath>)),
    std::pair("mail"_L1, Reader(readObject<mailPath>)),
};

Problem readTimes(const QString &where, const QJsonObject &json, ScenarioStep &step)
{
    if (!json.contains(u"after"_s)) {
        const bool repeats = json.contains(u"every"_s) || json.contains(u"times"_s);
        return repeats ? expected(where + u".after", u"a duration, since the step has every or times"_s) : Problem();
    }
    const auto after = readDuration(json[u"after"].toString());
    if (!after)
        return expected(where + u".after", u"a duration like PT2H"_s);
    if (json.contains(u"every"_s) != json.contains(u"times"_s))
        return expected(where, u"both every and times, or neither"_s);
    const auto every = json.contains(u"every"_s) ? readDuration(json[u"every"].toString()) : std::optional<Ticks>(0);
    if (!every)
        return expected(where + u".every", u"a duration like P1D"_s);
    const double times = json.contains(u"times"_s) ? json[u"times"].toDouble() : 1;
    if (times < 1 || times > MostRepetitions || times != static_cast<int>(times))
        return expected(where + u".times", u"a whole number from 1 to %1"_s.arg(MostRepetitions));
    for (int i = 0; i < static_cast<int>(times); ++i)
        step.times.append(*after + i * *every);
    return {};
}

Problem readRequests(const QString &where, const QJsonObject &json, ScenarioStep &step)
{
    const QJsonValue wanted = json[u"afterRequests"];
    step.requests = wanted.toInt();
    if (!wanted.isUndefined() && step.requests < 1)
        return expected(where + u".afterRequests", u"a whole number from 1"_s);
    if (!wanted.isUndefined() && json.contains(u"after"_s))
        return expected(where, u"after or afterRequests, not both"_s);
    if (json.contains(u"route"_s) && wanted.isUndefined())
        return expected(where + u".afterRequests", u"a number, since the step has a route"_s);
    step.route.setPattern(json[u"route"].toString());
    return step.route.isValid() ? Problem()
                                : expected(where + u".route", u"a regular expression; "_s + step.route.errorString());
}

Problem readStep(const QString &where, const QJsonObject &json, ScenarioStep &step)
{
    static const QStringList timing {u"after"_s, u"afterRequests"_s, u"route"_s, u"every"_s, u"times"_s, u"tenant"_s};
    if (const Problem problem = readTimes(where, json, step); !problem.isEmpty())
        return problem;
    if (const Problem problem = readRequests(where, json, step); !problem.isEmpty())
        return problem;
    QStringList known = timing;
    for (const auto &[name, read] : readers) {
        known.append(name);
        if (!json.contains(name))
            continue;
        if (const Problem problem = read({where + u'.' + name, json[name]}, step.deeds); !problem.isEmpty())
            return problem;
    }
    const QStringList names = json.keys();
    for (const QString &name : names) {
        if (!known.contains(name))
            return expected(where + u'.' + name, u"one of "_s + known.join(u", "));
    }
    if (step.deeds.isEmpty())
        return expected(where, u"something to do, one of "_s + known.sliced(timing.size()).join(u", "));
    // time that passes within a moment of time would let what comes later happen first
    if (json.contains(u"advance"_s) && !step.times.isEmpty())
        return expected(where + u".advance", u"a step at once or after requests"_s);
    for (ScenarioDeed &deed : step.deeds)
        deed.tenant = json[u"tenant"].toVariant().toString();
    return {};
}

Problem readScenario(const QJsonObject &json, Scenario &scenario)
{
    const QStringList names = json.keys();
    for (const QString &name : names) {
        if (name != u"name" && name != u"description" && name != u"steps")
            return expected(name, u"one of name, description, steps"_s);
        if (name != u"steps" && !json[name].isString())
            return expected(name, u"a text"_s);
    }
    scenario.name = json[u"name"].toString();
    if (scenario.name.isEmpty())
        return expected(u"name"_s, u"a text"_s);
    if (!json[u"steps"].isArray())
        return expected(u"steps"_s, u"a list"_s);
    const QJsonArray steps = json[u"steps"].toArray();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QString where = u"steps[%1]"_s.arg(i);
        if (!steps[i].isObject())
            return expected(where, u"an object"_s);
        ScenarioStep step;
        if (const Problem problem = readStep(where, steps[i].toObject(), step); !problem.isEmpty())
            return problem;
        scenario.steps.append(step);
    }
    return {};
}

} // namespace

Result<Scenario> Scenario::fromJson(const QByteArray &text, const QString &source)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = text.left(error.offset);
        const auto line = before.count('\n') + 1;
        const auto column = before.size() - before.lastIndexOf('\n');
        return Failure {u"%1:%2:%3: %4"_s.arg(source).arg(line).arg(column).arg(error.errorString())};
    }
    if (!document.isObject())
        return Failure {u"%1: expected an object"_s.arg(source)};
    Scenario scenario;
    if (const Problem problem = readScenario(document.object(), scenario); !problem.isEmpty())
        return Failure {u"%1: %2"_s.arg(source, problem)};
    return scenario;
}

Result<Scenario> Scenario::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure {u"%1 cannot be read: %2"_s.arg(path, file.errorString())};
    return fromJson(file.readAll(), path);
}

std::optional<Ticks> readDuration(const QString &text)
{
    static const QRegularExpression form(u"^P(?=[0-9T])(?:(\\d{1,5})D)?(?:T(?=\\d)(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,8})S)?)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong() * oneDay + match.captured(2).toLongLong() * oneHour
        + match.captured(3).toLongLong() * oneMinute + match.captured(4).toLongLong() * oneSecond;
}

} // namespace simulator
