<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ClauseText</name>
    <message numerus="yes">
        <source>fewer than %n time(s)</source>
        <translation>
            <numerusform>fewer than %n time</numerusform>
            <numerusform>fewer than %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n time(s)</source>
        <translation>
            <numerusform>at least %n time</numerusform>
            <numerusform>at least %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in the last %n day(s)</source>
        <comment>how often</comment>
        <translation>
            <numerusform>%1 in the last %n day</numerusform>
            <numerusform>%1 in the last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message numerus="yes">
        <source>%n internal bill line(s) left out.</source>
        <translation>
            <numerusform>%n internal bill line left out.</numerusform>
            <numerusform>%n internal bill lines left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonaView</name>
    <message numerus="yes">
        <source>%n value(s) not shown, because fewer than 10 customers could be recognised.</source>
        <translation>
            <numerusform>%n value not shown, because fewer than 10 customers could be recognised.</numerusform>
            <numerusform>%n values not shown, because fewer than 10 customers could be recognised.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RfmText</name>
    <message numerus="yes">
        <source>%Ln customer(s) who spent much stayed away for long, with %1 spent before.</source>
        <translation>
            <numerusform>%Ln customer who spent much stayed away for long, with %1 spent before.</numerusform>
            <numerusform>%Ln customers who spent much stayed away for long, with %1 spent before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) who came often stayed away for long, with %1 spent before.</source>
        <translation>
            <numerusform>%Ln customer who came often stayed away for long, with %1 spent before.</numerusform>
            <numerusform>%Ln customers who came often stayed away for long, with %1 spent before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::CustomersPanel</name>
    <message numerus="yes">
        <source>customer(s)</source>
        <comment>behind a number of its own</comment>
        <translation>
            <numerusform>customer</numerusform>
            <numerusform>customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meitrace::RfmCutsDialog</name>
    <message numerus="yes">
        <source>%Ln customer(s) of %1 would change segment.</source>
        <translation>
            <numerusform>%Ln customer of %1 would change segment.</numerusform>
            <numerusform>%Ln customers of %1 would change segment.</numerusform>
        </translation>
    </message>
</context>
</TS>
