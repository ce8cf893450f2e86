package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"path/filepath"

	"ariga.io/atlas/sql/migrate"
)

// migrateHash writes atlas.sum of a folder anew.
func migrateHash(args []string) error {
	dir, err := openDir("migrate hash", args)
	if err != nil {
		return err
	}
	sum, err := dir.Checksum()
	if err != nil {
		return err
	}
	return migrate.WriteSumFile(dir, sum)
}

// migrateValidate tells whether atlas.sum vouches for the files of a folder.
func migrateValidate(args []string, out io.Writer) error {
	dir, err := openDir("migrate validate", args)
	if err != nil {
		return err
	}
	err = migrate.Validate(dir)
	var mismatch *migrate.ChecksumError
	if errors.As(err, &mismatch) {
		fmt.Fprintf(out, "You have a checksum error in your migration directory.\n\n\tL%d: %s was %s\n\n", mismatch.Line, mismatch.File, mismatch.Reason)
	}
	return err
}

// openDir opens the folder of --dir, as Atlas names it: a URL of files, relative to where the program is called.
func openDir(command string, args []string) (*migrate.LocalDir, error) {
	flags := flag.NewFlagSet(command, flag.ContinueOnError)
	address := flags.String("dir", "file://migrations", "URL of the folder")
	if err := parse(flags, args); err != nil {
		return nil, err
	}
	return dirAt(*address)
}

func dirAt(address string) (*migrate.LocalDir, error) {
	parsed, err := url.Parse(address)
	if err != nil || parsed.Scheme != "file" {
		return nil, fmt.Errorf("--dir %s: not of the form file://path", address)
	}
	if format := parsed.Query().Get("format"); format != "" && format != "atlas" {
		return nil, fmt.Errorf("--dir: unknown format %q", format)
	}
	return migrate.NewLocalDir(filepath.Join(parsed.Host, parsed.Path))
}
