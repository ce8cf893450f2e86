// Command atlas is the engine of Atlas (https://atlasgo.io) as its Go module has it, answering to the words of
// Atlas's own command line that this project uses:
//
//	atlas schema diff --from URL --to URL [--schema NAME]… [--exclude PATTERN]… [--include SCHEMA.TABLE]… [--format TEMPLATE]
//	atlas migrate diff --dry-run --to URL --dev-url URL [--dir file://migrations] [--schema NAME]…
//	atlas migrate hash [--dir file://migrations]
//	atlas migrate validate [--dir file://migrations]
//	atlas migrate lint --latest N --dev-url URL [--dir file://migrations] [--format TEMPLATE]
//	atlas version
//
// It exits with 0 or 1, as Atlas does. Passwords come by PGPASSWORD or PGPASSFILE, never in a URL: arguments show in
// every list of processes.
package main

import (
	"context"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "Error: %v\n", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	if len(args) > 0 && args[0] == "version" {
		return version(out)
	}
	if len(args) > 1 {
		switch args[0] + " " + args[1] {
		case "schema diff":
			return schemaDiff(ctx, args[2:], out)
		case "migrate diff":
			return migrateDiff(ctx, args[2:], out)
		case "migrate hash":
			return migrateHash(args[2:])
		case "migrate validate":
			return migrateValidate(args[2:], out)
		case "migrate lint":
			return migrateLint(ctx, args[2:], out)
		}
	}
	return fmt.Errorf("unknown command %q: this engine knows schema diff, migrate diff, migrate hash, migrate validate, migrate lint and version", strings.Join(args, " "))
}

// version says which engine is built in: the version of the module, which go.mod pins.
func version(out io.Writer) error {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return errors.New("built without module information")
	}
	for _, module := range info.Deps {
		if module.Path == "ariga.io/atlas" {
			_, err := fmt.Fprintf(out, "atlas engine version %s\nhttps://github.com/ariga/atlas/releases/tag/%s\n", module.Version, module.Version)
			return err
		}
	}
	return errors.New("built without ariga.io/atlas")
}

// list is a flag that may be given many times, each with a line of comma-separated values, quoted as in CSV.
type list []string

func (l *list) String() string { return strings.Join(*l, ",") }

func (l *list) Set(text string) error {
	values, err := csv.NewReader(strings.NewReader(text)).Read()
	if err != nil {
		return err
	}
	*l = append(*l, values...)
	return nil
}

// parse reads flags; words besides them are an error.
func parse(flags *flag.FlagSet, args []string) error {
	flags.SetOutput(io.Discard)
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unknown argument %q for \"atlas %s\"", flags.Arg(0), flags.Name())
	}
	return nil
}
