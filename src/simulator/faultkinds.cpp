// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faultkinds.h"

#include "simulator/oddvalues.h"

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView commonMembers =
    "route:text query:text nth:number every:number count:number probability:number seed:number kind:text! "
    "apply:switch headers:object"_L1;

constexpr std::array kinds = {
    KindEntry {"status"_L1, FaultKind::Status, false, "status:number! retryAfter:any body:any"_L1},
    KindEntry {"garbage"_L1, FaultKind::Garbage, false, ""_L1},
    KindEntry {"redirect"_L1, FaultKind::Redirect, false, "location:text! status:number"_L1},
    KindEntry {"bomb"_L1, FaultKind::Bomb, false, "megabytes:number"_L1},
    KindEntry {"dropBeforeApply"_L1, FaultKind::DropBeforeApply, false, ""_L1},
    KindEntry {"closeBeforeAnswer"_L1, FaultKind::CloseBeforeAnswer, true, ""_L1},
    KindEntry {"resetConnection"_L1, FaultKind::ResetConnection, false, ""_L1},
    KindEntry {"resetMidBody"_L1, FaultKind::ResetMidBody, true, "bytes:number"_L1},
    KindEntry {"stall"_L1, FaultKind::Stall, false, ""_L1},
    KindEntry {"truncate"_L1, FaultKind::Truncate, true, "bytes:number length:any"_L1},
    KindEntry {"brokenChunk"_L1, FaultKind::BrokenChunk, true, ""_L1},
    KindEntry {"delay"_L1, FaultKind::Delay, true, "milliseconds:number!"_L1},
    KindEntry {"trickle"_L1, FaultKind::Trickle, true, "milliseconds:number!"_L1},
    KindEntry {"doubledAnswer"_L1, FaultKind::DoubledAnswer, true, ""_L1},
    KindEntry {"otherAnswer"_L1, FaultKind::OtherAnswer, true, ""_L1},
    KindEntry {"hugeBody"_L1, FaultKind::HugeBody, false, "megabytes:number"_L1},
    KindEntry {"longError"_L1, FaultKind::LongError, false, "status:number characters:number"_L1},
    KindEntry {"foreignNextLink"_L1, FaultKind::ForeignNextLink, true, "url:text!"_L1},
    KindEntry {"oddNextLink"_L1, FaultKind::OddNextLink, true, "form:form!"_L1},
    KindEntry {"endlessPages"_L1, FaultKind::EndlessPages, true, ""_L1},
    KindEntry {"partial206"_L1, FaultKind::Partial206, true, "warning:text"_L1},
    KindEntry {"skewedDate"_L1, FaultKind::SkewedDate, true, "seconds:number!"_L1},
    KindEntry {"ignoredPrefer"_L1, FaultKind::IgnoredPrefer, true, ""_L1},
    KindEntry {"edit"_L1, FaultKind::Edit, true, "find:any! replace:any"_L1},
    // what a page says
    KindEntry {"malformedJson"_L1, FaultKind::Page, true, "form:form!"_L1},
    KindEntry {"wrongTypes"_L1, FaultKind::Page, true, "member:text item:number"_L1},
    KindEntry {"nullMembers"_L1, FaultKind::Page, true, "member:text item:number"_L1},
    KindEntry {"missingMembers"_L1, FaultKind::Page, true, "member:text item:number"_L1},
    KindEntry {"missingArrays"_L1, FaultKind::Page, true, "item:number"_L1},
    KindEntry {"emptyStrings"_L1, FaultKind::Page, true, "member:text item:number"_L1},
    KindEntry {"unknownEnumMember"_L1, FaultKind::Page, true, "member:text value:text item:number"_L1},
    KindEntry {"letterCase"_L1, FaultKind::Page, true, "member:text form:form item:number"_L1},
    KindEntry {"unknownEvidenceType"_L1, FaultKind::Page, true, "value:text item:number"_L1},
    KindEntry {"extraProperties"_L1, FaultKind::Page, true, "item:number"_L1},
    KindEntry {"duplicateKeys"_L1, FaultKind::Page, true, "member:text value:any item:number"_L1},
    KindEntry {"duplicateId"_L1, FaultKind::Page, true, "id:text"_L1},
    KindEntry {"oddId"_L1, FaultKind::Page, true, "form:form! item:number"_L1},
    KindEntry {"oddDate"_L1, FaultKind::Page, true, "form:form! member:text item:number"_L1},
    KindEntry {"oddNumber"_L1, FaultKind::Page, true, "form:form! member:text item:number"_L1},
    KindEntry {"loneSurrogate"_L1, FaultKind::Page, true, "member:text item:number"_L1},
    KindEntry {"nulCharacter"_L1, FaultKind::Page, true, "member:text item:number"_L1},
    KindEntry {"replacementCharacters"_L1, FaultKind::Page, true, "member:text item:number"_L1},
    KindEntry {"htmlText"_L1, FaultKind::Page, true, "member:text item:number"_L1},
    KindEntry {"longText"_L1, FaultKind::Page, true, "member:text form:form characters:number item:number"_L1},
    KindEntry {"deepJson"_L1, FaultKind::Page, true, "depth:number item:number"_L1},
    KindEntry {"hugeString"_L1, FaultKind::Page, true, "megabytes:number item:number"_L1},
    KindEntry {"manyMembers"_L1, FaultKind::Page, true, "members:number item:number"_L1},
    KindEntry {"manyAlerts"_L1, FaultKind::Page, true, "alerts:number item:number"_L1},
    KindEntry {"manyEvidence"_L1, FaultKind::Page, true, "evidence:number item:number"_L1},
    KindEntry {"equalStamps"_L1, FaultKind::Page, true, "value:text"_L1},
    KindEntry {"skewedStamps"_L1, FaultKind::Page, true, "seconds:number! item:number"_L1},
    KindEntry {"withheldItems"_L1, FaultKind::Page, true, "item:number"_L1},
    KindEntry {"redirectedIncident"_L1, FaultKind::Page, true, "to:text item:number"_L1},
    KindEntry {"foreignTenant"_L1, FaultKind::Page, true, "value:text item:number"_L1},
};

bool isOfType(const QJsonValue &value, QStringView type)
{
    return type == u"number" ? value.isDouble()
        : type == u"text" || type == u"form" ? value.isString()
        : type == u"switch"                  ? value.isBool()
        : type == u"object"                  ? value.isObject()
                                             : true;
}

struct Member {
    QString name;
    QString type;
    bool isNeeded;
};

QList<Member> membersIn(QLatin1StringView text)
{
    QList<Member> members;
    for (const QString &word : QString(text).split(u' ', Qt::SkipEmptyParts)) {
        const QString type = word.section(u':', 1);
        members.append({word.section(u':', 0, 0), type.endsWith(u'!') ? type.chopped(1) : type, type.endsWith(u'!')});
    }
    return members;
}

} // namespace

QStringList faultKinds()
{
    QStringList names;
    for (const KindEntry &kind : kinds)
        names.append(kind.name);
    return names;
}

const KindEntry *kindNamed(const QString &name)
{
    for (const KindEntry &kind : kinds) {
        if (name == kind.name)
            return &kind;
    }
    return nullptr;
}

QStringList formsOf(const KindEntry &kind)
{
    return kind.name == "malformedJson"_L1 ? malformedForms()
        : kind.name == "oddId"_L1          ? oddIdForms()
        : kind.name == "oddDate"_L1        ? oddDateForms()
        : kind.name == "oddNumber"_L1      ? oddNumberForms()
        : kind.name == "oddNextLink"_L1    ? nextLinkForms()
        : kind.name == "letterCase"_L1     ? QStringList {u"upper"_s, u"lower"_s, u"capital"_s}
        : kind.name == "longText"_L1       ? QStringList {u"plain"_s, u"combining"_s, u"lines"_s}
                                           : QStringList();
}

QString problemOf(const KindEntry &kind, const QJsonObject &order)
{
    const QList<Member> members = membersIn(commonMembers) + membersIn(kind.members);
    QStringList names;
    for (const Member &member : members) {
        names.append(member.name);
        const QJsonValue value = order[member.name];
        if (value.isUndefined() && member.isNeeded)
            return u"%1 needs the member '%2'"_s.arg(kind.name, member.name);
        if (value.isUndefined())
            continue;
        if (!isOfType(value, member.type))
            return u"%1: '%2' is a %3"_s.arg(kind.name, member.name, member.type == u"form" ? u"text"_s : member.type);
        if (member.type == u"form" && !formsOf(kind).contains(value.toString()))
            return u"%1: '%2' is one of %3"_s.arg(kind.name, member.name, formsOf(kind).join(u", "));
    }
    for (const QString &name : order.keys()) {
        if (!names.contains(name))
            return u"%1 has no member '%2'"_s.arg(kind.name, name);
    }
    return {};
}

} // namespace simulator
