// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include "random.h"

#include <QJsonObject>

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 peopleStream = 10;

constexpr std::array firstNames {
    "Amira"_L1, "Anders"_L1, "Beatriz"_L1, "Bjarne"_L1, "Carla"_L1,  "Cedric"_L1, "Dalia"_L1,  "Dimitri"_L1,
    "Elif"_L1,  "Enzo"_L1,   "Farah"_L1,   "Finn"_L1,   "Greta"_L1,  "Hakan"_L1,  "Helene"_L1, "Hugo"_L1,
    "Ines"_L1,  "Ivo"_L1,    "Jana"_L1,    "Joris"_L1,  "Kaja"_L1,   "Kenji"_L1,  "Lena"_L1,   "Liam"_L1,
    "Maren"_L1, "Mateo"_L1,  "Nadia"_L1,   "Nils"_L1,   "Olga"_L1,   "Oskar"_L1,  "Paula"_L1,  "Pavel"_L1,
    "Quinn"_L1, "Rafael"_L1, "Rosa"_L1,    "Ruben"_L1,  "Saskia"_L1, "Selma"_L1,  "Tariq"_L1,  "Tessa"_L1,
    "Ulrik"_L1, "Vera"_L1,   "Viktor"_L1,  "Wanda"_L1,  "Xenia"_L1,  "Yusuf"_L1,  "Zara"_L1,   "Zoltan"_L1};
constexpr std::array lastNames {
    "Abelsen"_L1,  "Almeida"_L1, "Bakker"_L1,  "Berger"_L1,   "Castro"_L1,  "Christou"_L1, "Dahl"_L1,    "Dubois"_L1,
    "Eriksen"_L1,  "Esposito"_L1, "Faber"_L1,  "Fontaine"_L1, "Garcia"_L1,  "Grabowski"_L1, "Haas"_L1,   "Horvat"_L1,
    "Ibrahim"_L1,  "Ivanova"_L1, "Jansen"_L1,  "Jovanov"_L1,  "Kaya"_L1,    "Kowalski"_L1, "Lambert"_L1, "Lindgren"_L1,
    "Marchetti"_L1, "Moreau"_L1, "Nakamura"_L1, "Nowak"_L1,   "Okafor"_L1,  "Olsen"_L1,    "Petrov"_L1,  "Pinto"_L1,
    "Quist"_L1,    "Ramos"_L1,   "Richter"_L1, "Santos"_L1,   "Schmid"_L1,  "Takeda"_L1,   "Thorsen"_L1, "Ueda"_L1,
    "Urban"_L1,    "Vargas"_L1,  "Vermeer"_L1, "Weber"_L1,    "Winther"_L1, "Yilmaz"_L1,   "Zeman"_L1,   "Zukov"_L1};
constexpr std::array departments {"Finance"_L1,  "Sales"_L1,     "Operations"_L1, "Customs"_L1,  "Human Resources"_L1,
                                  "Legal"_L1,    "Warehouse"_L1, "IT"_L1,         "Purchasing"_L1, "Customer Service"_L1};
constexpr std::array ordinaryTitles {"Clerk"_L1, "Specialist"_L1, "Planner"_L1, "Team Lead"_L1, "Coordinator"_L1, "Assistant"_L1};
constexpr std::array vipTitles {"Chief Executive Officer"_L1, "Chief Financial Officer"_L1, "Chief Operating Officer"_L1,
                                "General Counsel"_L1,         "Head of Treasury"_L1,        "Head of Payroll"_L1,
                                "Chief Information Officer"_L1, "Head of Purchasing"_L1,    "Assistant to the Board"_L1,
                                "Head of Sales"_L1,           "Head of Customs"_L1,         "Chief People Officer"_L1};
constexpr std::array officeCities {"Rotterdam"_L1, "Bergen"_L1, "Hamburg"_L1, "Trieste"_L1, "Porto"_L1, "Gdansk"_L1};

} // namespace

People::People(quint64 seed, int mailboxes, const QString &domain)
    : m_domain(domain)
{
    m_people.reserve(static_cast<std::size_t>(mailboxes));
    addAnalysts(seed);
    addStaff(seed, mailboxes);
    addOutsiders(seed);
}

void People::addStaff(quint64 seed, int mailboxes)
{
    // a walk over all pairs of names whose step has no factor in common with their number, so that none comes twice
    // before all have come; then they come again with a number, as people of the same name have one in their address
    constexpr int pairs = static_cast<int>(firstNames.size() * lastNames.size());
    Random random(seed, {peopleStream});
    int pair = random.below(pairs);
    for (int i = 0; size() < mailboxes; ++i) {
        pair = (pair + 1009) % pairs;
        const QString first = firstNames[static_cast<std::size_t>(pair) / lastNames.size()];
        const QString last = lastNames[static_cast<std::size_t>(pair) % lastNames.size()];
        const QString number = i < pairs ? QString() : QString::number(i / pairs + 1);
        Person person;
        person.displayName = QString(first + u' ' + last + u' ' + number).trimmed();
        person.upn = addressOf(first, last + number);
        person.objectId = random.guid();
        person.account = QString(first.left(1) + last).toLower() + QString::number(i);
        person.sid = u"S-1-5-21-1417289561-2034179553-1977713456-%1"_s.arg(1200 + i);
        person.vip = i < static_cast<int>(vipTitles.size());
        person.department = person.vip ? u"Board"_s : QString(random.pick(departments));
        person.title = person.vip ? QString(vipTitles[static_cast<std::size_t>(i)]) : QString(random.pick(ordinaryTitles));
        person.city = random.pick(officeCities);
        add(std::move(person));
    }
}

QString People::addressOf(const QString &first, const QString &last) const
{
    return QString(first + u'.' + last + u'@' + m_domain).toLower();
}

void People::addAnalysts(quint64 seed)
{
    struct Analyst {
        QLatin1StringView first;
        QLatin1StringView last;
        QLatin1StringView title;
        QStringList roles;
    };
    const std::array analysts {
        Analyst {"Ada"_L1, "Lindqvist"_L1, "Security Lead"_L1, {u"Security Administrator"_s, u"Search and Purge"_s}},
        Analyst {"Omar"_L1, "Haddad"_L1, "Security Analyst"_L1, {u"Security Operator"_s}},
        Analyst {"Rita"_L1, "Novak"_L1, "Auditor"_L1, {u"Security Reader"_s}},
        Analyst {"Gus"_L1, "Visitor"_L1, "Guest"_L1, {}}};
    Random random(seed, {peopleStream, 1});
    int number = 1100;
    for (const Analyst &analyst : analysts) {
        Person person;
        person.displayName = analyst.first + u' ' + analyst.last;
        person.upn = addressOf(analyst.first, analyst.last);
        person.objectId = random.guid();
        person.account = QString(analyst.first.left(1) + QString(analyst.last)).toLower();
        person.sid = u"S-1-5-21-1417289561-2034179553-1977713456-%1"_s.arg(number++);
        person.department = u"Security"_s;
        person.title = analyst.title;
        person.city = u"Rotterdam"_s;
        m_signIns.push_back({size(), analyst.roles, analyst.roles.isEmpty()});
        add(std::move(person));
    }
}

void People::addOutsiders(quint64 seed)
{
    struct Outsider {
        QLatin1StringView name;
        QLatin1StringView title;
        QStringList roles;
        bool guest;
    };
    const std::array outsiders {
        Outsider {"Sven Berg"_L1, "Security Engineer"_L1, {u"Security Administrator"_s}, false},
        Outsider {"Gerda Holm"_L1, "Directory Owner"_L1, {u"Global Administrator"_s}, false},
        Outsider {"Petra Stolz"_L1, "Consultant"_L1, {u"Security Reader"_s}, true}};
    Random random(seed, {peopleStream, 2});
    for (const Outsider &outsider : outsiders) {
        const QString name = outsider.name;
        Person person;
        person.displayName = name;
        person.upn = addressOf(name.section(u' ', 0, 0), name.section(u' ', 1));
        if (outsider.guest) // the directory makes the name of an invited account from its address at home
            person.upn = name.toLower().replace(u' ', u'.') + u"_partner.example#ext#@" + m_domain;
        person.objectId = random.guid();
        person.account = name.section(u' ', 1).toLower();
        person.title = outsider.title;
        person.city = u"Rotterdam"_s;
        const int index = size() + static_cast<int>(m_outsiders.size());
        m_byName.insert(person.upn, index);
        m_byName.insert(person.objectId, index);
        m_signIns.push_back({index, outsider.roles, outsider.guest});
        m_outsiders.push_back(std::move(person));
    }
}

void People::add(Person person)
{
    const int index = size();
    m_byName.insert(person.upn, index);
    m_byName.insert(person.objectId, index);
    if (person.vip) {
        m_vips.push_back(index);
    }
    m_people.push_back(std::move(person));
}

const Person *People::find(const QString &upnOrObjectId) const
{
    const auto found = m_byName.constFind(upnOrObjectId.toLower());
    return found == m_byName.cend() ? nullptr : &anyone(*found);
}

const Person &People::anyone(int index) const
{
    return index < size() ? m_people[static_cast<std::size_t>(index)]
                          : m_outsiders[static_cast<std::size_t>(index - size())];
}

QStringList People::rolesOf(const QString &upnOrObjectId) const
{
    const Person *person = find(upnOrObjectId);
    for (const SignIn &signIn : m_signIns) {
        if (person == &anyone(signIn.person))
            return signIn.roles;
    }
    return {};
}

QJsonArray People::accounts() const
{
    QJsonArray list;
    for (const SignIn &signIn : m_signIns) {
        const Person &person = anyone(signIn.person);
        list.append(QJsonObject {{u"upn"_s, person.upn},
                                 {u"oid"_s, person.objectId},
                                 {u"displayName"_s, person.displayName},
                                 {u"userType"_s, signIn.guest ? u"Guest"_s : u"Member"_s},
                                 {u"roles"_s, QJsonArray::fromStringList(signIn.roles)}});
    }
    return list;
}

} // namespace simulator
