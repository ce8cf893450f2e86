package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/template"

	"ariga.io/atlas/schemahcl"
	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	_ "ariga.io/atlas/sql/postgres/postgrescheck"
	"ariga.io/atlas/sql/sqlcheck"
)

// Atlas's own text of a report: file, what sort of change, then a line for each diagnostic.
const lintFormat = `{{ range $f := .Files }}{{ if and $f.Error (not $f.Reports) }}{{ printf "%s: %s\n" $f.Name $f.Error }}{{ end }}` +
	`{{ range .Reports }}{{ printf "%s: %s:\n\n" $f.Name .Text }}` +
	`{{ range .Diagnostics }}{{ printf "\tL%d: %s\n" ($f.Line .Pos) .Text }}{{ end }}{{ "\n" }}{{ end }}{{ end }}`

// lintReport is what a --format template sees.
type lintReport struct {
	Files []*fileReport
}

// fileReport tells what the analyzers say of one migration, in the fields of Atlas's own report.
type fileReport struct {
	Name    string            `json:"Name,omitempty"`
	Text    string            `json:"Text,omitempty"`
	Reports []sqlcheck.Report `json:"Reports,omitempty"`
	Error   string            `json:"Error,omitempty"`
}

// Line is the line of a position, from 1.
func (f *fileReport) Line(pos int) int { return strings.Count(f.Text[:pos], "\n") + 1 }

// migrateLint replays a folder of migrations on an empty database and prints what Atlas's analyzers say of the newest
// of them, as Atlas's own `migrate lint` does. Diagnostics are no failure; a migration that cannot be run is.
func migrateLint(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("migrate lint", flag.ContinueOnError)
	address := flags.String("dir", "file://migrations", "URL of the folder")
	dev := flags.String("dev-url", "", "URL of an empty database")
	latest := flags.Int("latest", 0, "how many of the newest migrations are looked at")
	format := flags.String("format", lintFormat, "Go template")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *latest < 1 {
		return errors.New("migrate lint: say with --latest N how many migrations are looked at")
	}
	text, err := template.New("format").Funcs(template.FuncMap{"json": jsonText}).Parse(*format)
	if err != nil {
		return fmt.Errorf("--format: %w", err)
	}
	dir, err := dirAt(*address)
	if err != nil {
		return err
	}
	if err := migrate.Validate(dir); err != nil && !errors.Is(err, migrate.ErrChecksumNotFound) {
		return err
	}
	empty, err := open(*dev, "--dev-url")
	if err != nil {
		return err
	}
	defer empty.db.Close()
	report, err := lint(ctx, dir, empty, *latest)
	if err != nil {
		return err
	}
	return text.Execute(out, report)
}

func lint(ctx context.Context, dir migrate.Dir, dev *state, latest int) (_ *lintReport, err error) {
	files, err := dir.Files()
	if err != nil {
		return nil, err
	}
	analyzers, err := sqlcheck.AnalyzerFor(postgres.DriverName, &schemahcl.Resource{})
	if err != nil {
		return nil, err
	}
	restore, err := dev.driver.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, restore(ctx)) }()
	first := max(0, len(files)-latest)
	replay := &replay{dev: dev}
	if err := replay.run(ctx, files[:first]); err != nil {
		return nil, err
	}
	report := &lintReport{Files: []*fileReport{}}
	for _, file := range files[first:] {
		changes, err := replay.next(ctx, file)
		if err != nil {
			return nil, err
		}
		checked := &sqlcheck.File{File: file, Changes: changes, Parser: &parser{}}
		told, err := analyze(ctx, checked, analyzers)
		if err != nil {
			return nil, err
		}
		if told != nil {
			report.Files = append(report.Files, told)
		}
	}
	return report, nil
}

// analyze asks every analyzer about a file; nothing is asked about one that `atlas:nolint` alone takes out.
func analyze(ctx context.Context, file *sqlcheck.File, analyzers []sqlcheck.Analyzer) (*fileReport, error) {
	report := &fileReport{Name: file.Name(), Text: string(file.Bytes())}
	whole := []string{}
	if local, ok := file.File.(*migrate.LocalFile); ok {
		for _, directive := range local.Directive("nolint") {
			whole = append(whole, strings.Fields(directive)...)
			if directive == "" {
				return nil, nil
			}
		}
	}
	for _, analyzer := range analyzers {
		name := ""
		if named, ok := analyzer.(sqlcheck.NamedAnalyzer); ok {
			name = named.Name()
		}
		write := sqlcheck.ReportWriterFunc(func(told sqlcheck.Report) {
			told.Diagnostics = slices.DeleteFunc(told.Diagnostics, func(d sqlcheck.Diagnostic) bool {
				return ignores(whole, d.Code, name) || stmtIgnores(file, d, name)
			})
			if len(told.Diagnostics) > 0 {
				report.Reports = append(report.Reports, sqlcheck.Report{Text: told.Text, Diagnostics: told.Diagnostics})
			}
		})
		if err := analyzer.Analyze(ctx, &sqlcheck.Pass{File: file, Reporter: write}); err != nil {
			report.Error = err.Error()
		}
	}
	return report, nil
}

func ignores(rules []string, code, analyzer string) bool {
	return slices.Contains(rules, code) || slices.Contains(rules, analyzer)
}

func stmtIgnores(file *sqlcheck.File, told sqlcheck.Diagnostic, analyzer string) bool {
	return slices.ContainsFunc(file.Changes, func(change *sqlcheck.Change) bool {
		return change.Stmt.Pos == told.Pos && slices.ContainsFunc(change.Stmt.Directive("nolint"), func(directive string) bool {
			return directive == "" || ignores(strings.Fields(directive), told.Code, analyzer)
		})
	})
}

func jsonText(value any, indent ...string) (string, error) {
	if len(indent) == 0 {
		text, err := json.Marshal(value)
		return string(text), err
	}
	text, err := json.MarshalIndent(value, "", strings.Join(indent, ""))
	return string(text), err
}
