@echo off
rem Starts Pipewright: without arguments the window, with arguments the command line.
rem Builds first when the sources are newer than the last build. The twin of ./pipewright; the AOT cache is left out here.
setlocal
set "root=%~dp0"
set "root=%root:~0,-1%"
set "home=%root%\app\target\pipewright"
set "lib=%home%\lib"
set "jdk="

if defined PIPEWRIGHT_JAVA_HOME (
    call :try "%PIPEWRIGHT_JAVA_HOME%"
) else (
    if defined JAVA_HOME call :try "%JAVA_HOME%"
    for %%j in (javac.exe) do if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.."
    for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%ProgramFiles%\Amazon Corretto\jdk*" "%ProgramFiles%\BellSoft\LibericaJDK-*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk-*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
)
if not defined jdk (
    if defined PIPEWRIGHT_JAVA_HOME (
        echo pipewright: PIPEWRIGHT_JAVA_HOME is "%PIPEWRIGHT_JAVA_HOME%", which is not a JDK 25 or newer. 1>&2
    ) else (
        echo pipewright: needs a JDK 25 or newer and found none. Install one, for example Temurin 25, https://adoptium.net, or set JAVA_HOME to it. 1>&2
    )
    exit /b 2
)

call :stale
if errorlevel 1 (
    call :build
    if errorlevel 1 exit /b 2
)

if "%~1"=="" (
    set "role=app"
    set "main=io.pipewright.app.Launcher"
) else (
    set "role=engine"
    set "main=io.pipewright.engine.Main"
)
set "jars="
for /f "usebackq delims=" %%j in ("%lib%\%role%.classpath") do call :jar "%%j"
"%jdk%\bin\java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:TieredStopAtLevel=1 -cp "%jars%" "-Dpipewright.lib=%lib%" "-Dpipewright.samples=%root%\sample-projects" %main% %*
exit /b %ERRORLEVEL%

:jar
if defined jars (set "jars=%jars%;%lib%\%~1") else (set "jars=%lib%\%~1")
exit /b

rem Takes %1 as the JDK if none was taken yet and its release file says 25 or newer.
:try
if defined jdk exit /b
if not exist "%~1\bin\javac.exe" exit /b
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" call :take "%~1" %%b
exit /b

rem %2 is a version such as "25.0.3".
:take
for /f "delims=.+-" %%v in ("%~2") do if %%v GEQ 25 set "jdk=%~1"
exit /b

rem Is any source, pom or source folder newer than the last build?
:stale
if not exist "%home%\built" exit /b 1
set "PIPEWRIGHT_ROOT=%root%"
powershell -NoProfile -NonInteractive -Command "Set-Location -LiteralPath $env:PIPEWRIGHT_ROOT; $built = (Get-Item app\target\pipewright\built).LastWriteTimeUtc; $newer = @(Get-Item pom.xml, app\layout.xml, *\pom.xml, plugins\*\pom.xml) + @(Get-ChildItem app\src\main, engine\src\main, plugins\*\src\main -Recurse | Where-Object FullName -notmatch '__pycache__') | Where-Object LastWriteTimeUtc -gt $built | Select-Object -First 1; exit [int][bool]$newer"
exit /b %ERRORLEVEL%

:build
where mvn >nul 2>&1
if errorlevel 1 (
    echo pipewright: needs Maven, the command "mvn", to build itself once, and found none. 1>&2
    exit /b 1
)
echo pipewright: building, this takes a minute the first time ... 1>&2
pushd "%root%"
set "JAVA_HOME=%jdk%"
set "MAVEN_OPTS=%MAVEN_OPTS% --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
call mvn -B -q -Dstyle.color=never -Dmaven.test.skip=true -pl app -am package <nul 1>&2
if errorlevel 1 (
    popd
    echo pipewright: the build failed, see above. 1>&2
    exit /b 1
)
popd
exit /b 0
